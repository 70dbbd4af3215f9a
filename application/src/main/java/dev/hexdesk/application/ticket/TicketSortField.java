package dev.hexdesk.application.ticket;

/** What a list of tickets can be sorted by. */
public enum TicketSortField {
  ID,
  PRIORITY,
  CREATED_AT,
  UPDATED_AT,
  /** The tickets without a due date come after all that have one. */
  DUE_AT,
  /** Whether the title itself matches the search; where nothing is sought, all are alike. */
  RELEVANCE
}
