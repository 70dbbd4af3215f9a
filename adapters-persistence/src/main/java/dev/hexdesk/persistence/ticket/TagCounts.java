package dev.hexdesk.persistence.ticket;

import org.jdbi.v3.core.Jdbi;

/** How many tickets bear each tag, as PostgreSQL keeps it beside the tickets. */
public final class TagCounts {
  private final Jdbi jdbi;

  public TagCounts(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Counts anew; who writes tickets waits until it is done. It gives up where somebody else has
   * been writing for longer, such as an import, for all others would wait behind it.
   *
   * @return how many tags there are
   */
  public long recount() {
    return jdbi.inTransaction(
        handle -> {
          handle.execute("SET LOCAL lock_timeout = '5s'");
          return handle.select("SELECT hexdesk_fill_tag_counts()").mapTo(long.class).one();
        });
  }
}
