package dev.hexdesk.application.privacy;

/**
 * How many texts an erasure redacts.
 *
 * @param tickets with it in their title or description
 * @param comments with it
 * @param historyEntries with it, those of deleted tickets included
 */
public record RedactionCounts(long tickets, long comments, long historyEntries) {
  /** This and more of it. */
  public RedactionCounts and(RedactionCounts more) {
    return new RedactionCounts(
        tickets + more.tickets, comments + more.comments, historyEntries + more.historyEntries);
  }
}
