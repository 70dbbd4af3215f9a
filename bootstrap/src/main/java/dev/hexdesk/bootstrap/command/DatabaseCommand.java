package dev.hexdesk.bootstrap.command;

import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.bootstrap.database.Migrations;
import dev.hexdesk.bootstrap.database.PostgresDataSource;
import dev.hexdesk.bootstrap.database.SearchSetting;
import dev.hexdesk.bootstrap.database.UniquenessSetting;
import dev.hexdesk.bootstrap.wiring.ConfiguredDatabase;
import dev.hexdesk.persistence.employee.UniqueContactConstraints;
import dev.hexdesk.persistence.ticket.SearchIndex;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.migrations.DbCommand;
import java.util.function.Consumer;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Liquibase by Dropwizard's command: migrate, status, rollback and the rest; and what of the
 * settings is a matter of constraints.
 */
public final class DatabaseCommand extends DbCommand<HexdeskConfiguration> {
  private static final String SUBCOMMAND = "subcommand";
  private static final String UNIQUE = "unique";
  private static final String DRY_RUN = "dry-run";

  private final Console console;

  public DatabaseCommand(Console console) {
    super(
        "db",
        configuration -> new ConfiguredDatabase(configuration, console).factoryOfOwner(),
        HexdeskConfiguration.class,
        Migrations.CHANGELOG);
    this.console = console;
  }

  @Override
  public void configure(Subparser subparser) {
    super.configure(subparser);
    Subparser unique =
        subparser
            .addSubparsers()
            .addParser(UNIQUE)
            .setDefault(SUBCOMMAND, UNIQUE)
            .description(
                "Has the database see to it that no two employees have the same phone number or"
                    + " e-mail address, or let them, as fields.employee.*.unique says; names"
                    + " those who share one first.");
    addFileArgument(unique);
    unique
        .addArgument("-n", "--dry-run")
        .dest(DRY_RUN)
        .action(Arguments.storeTrue())
        .help("Only says what would be.");
  }

  @Override
  public void run(
      @Nullable Bootstrap<HexdeskConfiguration> bootstrap,
      Namespace namespace,
      HexdeskConfiguration configuration)
      throws Exception {
    boolean onlyTell = Boolean.TRUE.equals(namespace.getBoolean(DRY_RUN));
    if (UNIQUE.equals(namespace.getString(SUBCOMMAND))) {
      with(configuration, jdbi -> uniqueness(jdbi, configuration).apply(onlyTell, console::print));
      return;
    }
    boolean isMigration = "migrate".equals(namespace.getString(SUBCOMMAND));
    if (isMigration && !configuration.database().isEmbedded()) {
      requirePlace(configuration);
    }
    super.run(bootstrap, namespace, configuration);
    if (isMigration && !onlyTell) {
      with(
          configuration,
          jdbi -> {
            new SearchSetting(new SearchIndex(jdbi), configuration.searchRules())
                .check(console::progress);
            uniqueness(jdbi, configuration).check(console::progress);
          });
    }
  }

  /** Liquibase says of a missing right no more than that something failed. */
  private void requirePlace(HexdeskConfiguration configuration) {
    withDatabase(
        configuration, database -> new Migrations(database.withoutTimeouts()).requirePlace());
  }

  private static UniquenessSetting uniqueness(Jdbi jdbi, HexdeskConfiguration configuration) {
    return new UniquenessSetting(
        new UniqueContactConstraints(jdbi), configuration.uniqueContacts());
  }

  private void with(HexdeskConfiguration configuration, Consumer<Jdbi> work) {
    withDatabase(configuration, database -> work.accept(Jdbi.create(database)));
  }

  private void withDatabase(HexdeskConfiguration configuration, Consumer<PostgresDataSource> work) {
    PostgresDataSource database =
        new ConfiguredDatabase(configuration, console).singleConnectionOfOwner("settings");
    try {
      work.accept(database);
    } finally {
      database.stop();
    }
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable thrown) {
    CommandFailure.explain(thrown, console);
  }
}
