package dev.hexdesk.bootstrap.wiring;

import com.codahale.metrics.MetricRegistry;
import dev.hexdesk.application.setup.ResetPassword;
import dev.hexdesk.application.setup.SetUpDefaultUsers.Missing;
import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.bootstrap.database.Migrations;
import dev.hexdesk.bootstrap.database.PostgresDataSource;
import dev.hexdesk.bootstrap.database.PostgresDataSourceFactory;
import dev.hexdesk.bootstrap.setup.DefaultUsers;
import java.io.IOException;
import org.jdbi.v3.core.Jdbi;

/** The database that a configuration names, and what commands do with it. */
public final class ConfiguredDatabase {
  private final HexdeskConfiguration configuration;
  private final Console console;

  public ConfiguredDatabase(HexdeskConfiguration configuration, Console console) {
    this.configuration = configuration;
    this.console = console;
  }

  /** Makes connections for the role that reads and writes rows. */
  public PostgresDataSourceFactory factory() {
    return new PostgresDataSourceFactory(
        configuration.database(), configuration.dataFolder(), console::progress);
  }

  /** Makes connections for the role that owns the tables and may change them. */
  public PostgresDataSourceFactory factoryOfOwner() {
    return factory().byOwner();
  }

  /**
   * Brings the database up to date and applies the file of default users to it.
   *
   * @param missing what becomes of those in the file who are not there
   */
  public void setUp(Missing missing) throws IOException {
    PostgresDataSource dataSource = singleConnection("setup");
    try {
      defaultUsers(upToDate(dataSource)).apply(missing);
    } finally {
      dataSource.stop();
    }
  }

  /** Brings the database up to date and gives one of its users another password. */
  public ResetPassword.Result resetPassword(ResetPassword.Command command) {
    PostgresDataSource dataSource = singleConnection("password");
    try {
      return upToDate(dataSource).resetPassword().reset(command);
    } finally {
      dataSource.stop();
    }
  }

  /**
   * Brings the database up to date, and installs the default users if it has no users yet, so that
   * whatever is put in next, somebody can log in.
   */
  public void prepare(PostgresDataSource dataSource) throws IOException {
    defaultUsers(upToDate(dataSource)).applyFirstTime();
  }

  /** What moves many rows in and out of the database. */
  public Transfers transfers(PostgresDataSource dataSource) {
    return new Wiring(configuration, Jdbi.create(dataSource)).transfers();
  }

  private DefaultUsers defaultUsers(Wiring wiring) {
    return new DefaultUsers(configuration, wiring.setUpDefaultUsers(), console);
  }

  /** One connection for a command, which may take its time, of the role that serves. */
  public PostgresDataSource singleConnection(String name) {
    return singleConnection(factory(), name);
  }

  /** One connection for a command, which may take its time, of the role that owns the tables. */
  public PostgresDataSource singleConnectionOfOwner(String name) {
    return singleConnection(factoryOfOwner(), name);
  }

  private static PostgresDataSource singleConnection(
      PostgresDataSourceFactory factory, String name) {
    factory.asSingleConnectionPool();
    return factory.build(new MetricRegistry(), name);
  }

  private Wiring upToDate(PostgresDataSource dataSource) {
    new Migrations(dataSource.withoutTimeouts()).run();
    return new Wiring(configuration, Jdbi.create(dataSource));
  }
}
