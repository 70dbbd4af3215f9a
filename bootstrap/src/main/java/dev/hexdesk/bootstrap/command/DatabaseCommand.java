package dev.hexdesk.bootstrap.command;

import dev.hexdesk.bootstrap.Console;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.bootstrap.database.Migrations;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.db.DatabaseConfiguration;
import io.dropwizard.migrations.DbCommand;
import net.sourceforge.argparse4j.inf.Namespace;

/** Liquibase by Dropwizard's command: migrate, status, rollback and the rest. */
public final class DatabaseCommand extends DbCommand<HexdeskConfiguration> {
  private final Console console;

  public DatabaseCommand(DatabaseConfiguration<HexdeskConfiguration> database, Console console) {
    super("db", database, HexdeskConfiguration.class, Migrations.CHANGELOG);
    this.console = console;
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable thrown) {
    Failure.explain(thrown, console);
  }
}
