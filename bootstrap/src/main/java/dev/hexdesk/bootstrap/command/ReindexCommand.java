package dev.hexdesk.bootstrap.command;

import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.cli.OperatorException;
import dev.hexdesk.bootstrap.cli.ProgressBar;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.bootstrap.database.Migrations;
import dev.hexdesk.bootstrap.database.PostgresDataSource;
import dev.hexdesk.bootstrap.database.SearchSetting;
import dev.hexdesk.bootstrap.wiring.ConfiguredDatabase;
import dev.hexdesk.domain.shared.Plural;
import dev.hexdesk.persistence.ticket.SearchIndex;
import dev.hexdesk.persistence.ticket.TagCounts;
import java.util.List;
import net.sourceforge.argparse4j.inf.Namespace;
import org.jdbi.v3.core.Jdbi;

/**
 * Makes all words that tickets are found by anew and counts tags anew, whether or not a server is
 * running.
 */
public final class ReindexCommand extends ConsoleCommand {
  /** A batch is one transaction: who changes one of its tickets waits for so many at most. */
  private static final int BATCH = 200;

  public ReindexCommand(Console console) {
    super(
        "reindex",
        "Makes all words that tickets are found by anew, as the section search of the configuration"
            + " says, and counts the tickets of each tag anew",
        console);
  }

  @Override
  void run(Namespace namespace, HexdeskConfiguration configuration) {
    PostgresDataSource dataSource =
        new ConfiguredDatabase(configuration, console).singleConnectionOfOwner("reindex");
    try {
      new Migrations(dataSource.withoutTimeouts()).run();
      reindex(new SearchIndex(Jdbi.create(dataSource)), configuration.searchRules());
      long tags = new TagCounts(Jdbi.create(dataSource.withoutTimeouts())).recount();
      console.print(
          "The tickets of each tag are counted: %,d %s.".formatted(tags, Plural.of(tags, "tag")));
    } finally {
      dataSource.stop();
    }
  }

  private void reindex(SearchIndex index, SearchIndex.Rules rules) {
    new SearchSetting(index, rules).requireKnown();
    ProgressBar bar = new ProgressBar(console);
    bar.begin("tickets", index.tickets());
    index.begin(rules);
    long done = 0;
    for (List<SearchIndex.Batch> batches = index.next(0, BATCH);
        !batches.isEmpty();
        batches = index.next(batches.getFirst().last(), BATCH)) {
      index.fill(batches.getFirst());
      done += batches.getFirst().tickets();
      bar.done(batches.getFirst().tickets());
    }
    bar.end();
    if (!index.end(rules)) {
      throw new OperatorException(
          "Meanwhile another reindex has begun; tickets are searched by its.");
    }
    console.print(
        "Tickets are searched by " + SearchSetting.inWords(rules) + ": " + done + " reindexed.");
  }
}
