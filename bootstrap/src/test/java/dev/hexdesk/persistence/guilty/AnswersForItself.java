package dev.hexdesk.persistence.guilty;

import jakarta.ws.rs.core.Response;

/** Sees HTTP in the persistence adapter. */
record AnswersForItself(Response answer) {}
