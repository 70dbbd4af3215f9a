package dev.hexdesk.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Migrates a test's database up and down with the changelog that is shipped. */
final class Migrations {
  static final String CHANGELOG = "migrations.xml";

  /** Failures are thrown anyway. Held, as the log manager lets loggers go that nobody holds. */
  private static final Logger LIQUIBASE = Logger.getLogger("liquibase");

  private static final ResourceAccessor RESOURCES = new ClassLoaderResourceAccessor();

  private final DataSource dataSource;

  /** Read once, as reading it takes longer than most of its changes. */
  private DatabaseChangeLog changelog;

  private Migrations(DataSource dataSource) {
    this.dataSource = dataSource;
    LIQUIBASE.setLevel(Level.OFF);
  }

  static Migrations of(DataSource dataSource) {
    return new Migrations(dataSource);
  }

  void update() {
    run(liquibase -> liquibase.update(new Contexts()));
  }

  /** Runs the first so many of those that have not run. */
  void update(int changesets) {
    run(liquibase -> liquibase.update(changesets, new Contexts(), new LabelExpression()));
  }

  void rollback(int changesets) {
    run(liquibase -> liquibase.rollback(changesets, ""));
  }

  int pending() {
    int[] count = new int[1];
    run(liquibase -> count[0] = liquibase.listUnrunChangeSets(new Contexts(), null).size());
    return count[0];
  }

  private void run(Step step) {
    try (Connection connection = dataSource.getConnection()) {
      Scope.child(
          Map.of(Scope.Attr.ui.name(), new LoggerUIService()),
          () -> {
            Liquibase liquibase = on(connection);
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
            step.run(liquibase);
          });
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (Exception e) {
      throw new IllegalStateException("the migration failed", e);
    }
  }

  private Liquibase on(Connection connection) throws LiquibaseException {
    if (changelog == null) {
      Liquibase liquibase = new Liquibase(CHANGELOG, RESOURCES, new JdbcConnection(connection));
      changelog = liquibase.getDatabaseChangeLog();
      return liquibase;
    }
    Database database =
        DatabaseFactory.getInstance()
            .findCorrectDatabaseImplementation(new JdbcConnection(connection));
    return new Liquibase(changelog, RESOURCES, database);
  }

  @FunctionalInterface
  private interface Step {
    void run(Liquibase liquibase) throws LiquibaseException;
  }
}
