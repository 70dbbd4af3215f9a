package dev.hexdesk.application.guilty;

import dev.hexdesk.rest.problem.ProblemType;

/** Knows how problems are answered, and has a name that belongs to REST. */
record TicketResponse(ProblemType problem) {}
