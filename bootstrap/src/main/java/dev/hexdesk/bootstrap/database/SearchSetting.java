package dev.hexdesk.bootstrap.database;

import dev.hexdesk.bootstrap.cli.OperatorException;
import dev.hexdesk.persistence.ticket.SearchIndex;
import java.util.function.Consumer;

/** Compares what the operator has set for searching with what the tickets' words were made with. */
public final class SearchSetting {
  private final SearchIndex index;
  private final SearchIndex.Rules rules;

  public SearchSetting(SearchIndex index, SearchIndex.Rules rules) {
    this.index = index;
    this.rules = rules;
  }

  /** Refuses what the database does not know. */
  public void requireKnown() {
    if (!index.isKnown(rules.configuration())) {
      throw new OperatorException(
          "search.configuration: the database has no text search configuration '"
              + rules.configuration()
              + "'. SELECT cfgname FROM pg_ts_config lists those that it has.");
    }
  }

  /** Takes the setting over where there are no tickets; else says where it is not in force yet. */
  public void check(Consumer<String> tell) {
    requireKnown();
    SearchIndex.State state = index.state();
    boolean isOther = !state.rules().equals(rules);
    if (isOther && !index.adoptIfEmpty(rules)) {
      tell.accept(
          "Tickets are still searched by %s, not by %s (search): run ./hexdesk reindex"
              .formatted(inWords(state.rules()), inWords(rules)));
    } else if (!isOther && !state.complete()) {
      tell.accept("Searches miss tickets, as reindexing was not finished: run ./hexdesk reindex");
    }
  }

  /** The rules as an operator is told of them. */
  public static String inWords(SearchIndex.Rules rules) {
    return "'%s'%s"
        .formatted(rules.configuration(), rules.accentSensitive() ? " with regard to accents" : "");
  }
}
