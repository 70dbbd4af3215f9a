package dev.hexdesk.application.ticket;

/**
 * Words to be found in a ticket's title and description, in its employee's names, and in the
 * comments that the searcher may see: others count for nothing, neither as a match nor against one.
 *
 * @param text words that must all occur; {@code "a phrase"}, {@code or}, {@code -without}; the last
 *     word may be the beginning of one
 */
public record TicketSearch(String text, Comments comments) {
  /** Which comments the searcher may see. */
  public enum Comments {
    NONE,
    PUBLIC,
    ALL
  }

  /** A search that looks into no comments until it is known who searches. */
  public static TicketSearch of(String text) {
    return new TicketSearch(text, Comments.NONE);
  }

  TicketSearch seeing(Comments visible) {
    return new TicketSearch(text, visible);
  }
}
