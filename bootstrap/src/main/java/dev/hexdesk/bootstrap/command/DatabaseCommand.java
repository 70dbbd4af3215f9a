package dev.hexdesk.bootstrap.command;

import com.codahale.metrics.MetricRegistry;
import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.bootstrap.database.Migrations;
import dev.hexdesk.bootstrap.database.SearchSetting;
import dev.hexdesk.bootstrap.wiring.ConfiguredDatabase;
import dev.hexdesk.persistence.ticket.SearchIndex;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.db.PooledDataSourceFactory;
import io.dropwizard.migrations.DbCommand;
import net.sourceforge.argparse4j.inf.Namespace;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Liquibase by Dropwizard's command: migrate, status, rollback and the rest. */
public final class DatabaseCommand extends DbCommand<HexdeskConfiguration> {
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
  public void run(
      @Nullable Bootstrap<HexdeskConfiguration> bootstrap,
      Namespace namespace,
      HexdeskConfiguration configuration)
      throws Exception {
    super.run(bootstrap, namespace, configuration);
    if ("migrate".equals(namespace.getString("subcommand"))
        && !Boolean.TRUE.equals(namespace.getBoolean("dry-run"))) {
      checkSearch(configuration);
    }
  }

  private void checkSearch(HexdeskConfiguration configuration) throws Exception {
    PooledDataSourceFactory factory =
        new ConfiguredDatabase(configuration, console).factoryOfOwner();
    factory.asSingleConnectionPool();
    ManagedDataSource dataSource = factory.build(new MetricRegistry(), "search");
    try {
      new SearchSetting(
              new SearchIndex(Jdbi.create(dataSource)), configuration.searchConfiguration())
          .check(console::progress);
    } finally {
      dataSource.stop();
    }
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable thrown) {
    CommandFailure.explain(thrown, console);
  }
}
