package dev.hexdesk.application.ticket;

import dev.hexdesk.domain.access.CommentAccess;

/**
 * Words to be found in a ticket's title and description, in its employee's names, and in the
 * comments that the searcher may see: others count for nothing, neither as a match nor against one.
 *
 * @param text words that must all occur; {@code "a phrase"}, {@code or}, {@code -without}; the last
 *     word may be the beginning of one
 * @param comments the comments that the searcher may see
 */
public record TicketSearch(String text, CommentAccess comments) {
  /** A search that looks into no comments until it is known who searches. */
  public static TicketSearch of(String text) {
    return new TicketSearch(text, CommentAccess.NONE);
  }
}
