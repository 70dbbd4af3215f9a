package dev.hexdesk.rest.guilty;

import java.sql.ResultSet;

/** Sees SQL in the REST adapter, and has a name that belongs to persistence. */
record TicketRow(ResultSet rows) {}
