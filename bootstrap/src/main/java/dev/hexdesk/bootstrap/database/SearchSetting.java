package dev.hexdesk.bootstrap.database;

import dev.hexdesk.bootstrap.cli.OperatorException;
import dev.hexdesk.persistence.ticket.SearchIndex;
import java.util.function.Consumer;

/** Compares what the operator has set for searching with what the tickets' words were made with. */
public final class SearchSetting {
  private final SearchIndex index;
  private final String configuration;

  public SearchSetting(SearchIndex index, String configuration) {
    this.index = index;
    this.configuration = configuration;
  }

  /** Refuses what the database does not know. */
  public void requireKnown() {
    if (!index.isKnown(configuration)) {
      throw new OperatorException(
          "search.configuration: the database has no text search configuration '"
              + configuration
              + "'. SELECT cfgname FROM pg_ts_config lists those that it has.");
    }
  }

  /** Takes the setting over where there are no tickets; else says where it is not in force yet. */
  public void check(Consumer<String> tell) {
    requireKnown();
    SearchIndex.State state = index.state();
    boolean isOther = !state.configuration().equals(configuration);
    if (isOther && !index.adoptIfEmpty(configuration)) {
      tell.accept(
          "Tickets are still searched by '%s', not by '%s' (search.configuration): run ./hexdesk reindex"
              .formatted(state.configuration(), configuration));
    } else if (!isOther && !state.complete()) {
      tell.accept("Searches miss tickets, as reindexing was not finished: run ./hexdesk reindex");
    }
  }
}
