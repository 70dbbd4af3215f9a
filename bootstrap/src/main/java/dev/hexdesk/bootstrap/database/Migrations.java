package dev.hexdesk.bootstrap.database;

import dev.hexdesk.bootstrap.cli.OperatorException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.ui.LoggerUIService;

/** Brings the database to the state that this version of the program needs. */
public final class Migrations {
  /** The changelog's place on the classpath. */
  public static final String CHANGELOG = "migrations.xml";

  /** Of our own schema: another one that is looked into may have tables of the same names. */
  private static final String RUN_SETS =
      """
      SELECT id, author, filename, md5sum
        FROM databasechangelog
       WHERE tableoid = to_regclass(quote_ident(current_schema()) || '.databasechangelog')
      """;

  private static final String UNSEEN_EXTENSION =
      """
      SELECT n.nspname AS extension, current_schema() AS tables
        FROM pg_extension e
        JOIN pg_namespace n ON n.oid = e.extnamespace
       WHERE e.extname = 'pg_trgm' AND NOT n.nspname = ANY (current_schemas(true))
      """;

  private final DataSource dataSource;
  private final ChangeSetList needed = ChangeSetList.bundled();

  public Migrations(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Runs what has not run yet; several servers may do it at once, and one of them does it.
   *
   * @throws OperatorException where something has not, and the user may not change tables
   */
  public void run() {
    if (isUpToDate()) {
      return;
    }
    requireOwner();
    requireExtension();
    quietly(
        liquibase -> {
          liquibase.setShowSummary(UpdateSummaryEnum.OFF);
          liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
          liquibase.update(new Contexts(), new LabelExpression());
          return true;
        });
  }

  /**
   * Whether each change set has run, with just this text: what Liquibase would find out, in one
   * question. At every doubt the answer is no, and Liquibase sees for itself.
   */
  private boolean isUpToDate() {
    try {
      return runSets().entrySet().containsAll(needed.checksums().entrySet());
    } catch (SQLException noSuchTable) {
      return false;
    }
  }

  private void requireOwner() {
    try {
      TableOwnership who = TableOwnership.of(dataSource);
      if (!who.mayChangeTables()) {
        throw new OperatorException(
            """
            The database's tables are not what this version needs, and its user '%s' may not change them.
            Set HEXDESK_DB_OWNER_USER and HEXDESK_DB_OWNER_PASSWORD to the role that owns them, for this \
            one command:
              ./hexdesk db migrate
            Then start again; the server needs neither.\
            """
                .formatted(who.user()));
      }
    } catch (SQLException failed) {
      throw failure(failed);
    }
  }

  /** Its names have to be found from the tables' schema, wherever somebody has put it. */
  private void requireExtension() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(UNSEEN_EXTENSION);
        ResultSet unseen = statement.executeQuery()) {
      if (unseen.next()) {
        throw new OperatorException(
            """
            The extension pg_trgm is in the schema %1$s, where nobody looks for it: add that to HEXDESK_DB_URL, \
            as in currentSchema=%2$s,%1$s\
            """
                .formatted(unseen.getString("extension"), unseen.getString("tables")));
      }
    } catch (SQLException failed) {
      throw failure(failed);
    }
  }

  /** The change sets that this version needs and that have not run yet. */
  public List<String> pending() throws SQLException {
    Set<String> run = runSets().keySet();
    return needed.checksums().keySet().stream().filter(each -> !run.contains(each)).toList();
  }

  /** The names and checksums of those that have run. */
  private Map<String, String> runSets() throws SQLException {
    Map<String, String> run = new HashMap<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(RUN_SETS);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        run.put(
            ChangeSetList.name(
                rows.getString("filename"), rows.getString("id"), rows.getString("author")),
            Objects.requireNonNullElse(rows.getString("md5sum"), ""));
      }
    }
    return run;
  }

  @FunctionalInterface
  private interface Work<T> {
    T with(Liquibase liquibase) throws LiquibaseException;
  }

  /** Liquibase talks on the console by itself; inside the server its words belong into the log. */
  private <T> T quietly(Work<T> work) {
    try {
      return Scope.child(
          Map.of(Scope.Attr.ui.name(), new LoggerUIService()),
          () -> {
            try (Liquibase liquibase =
                new Liquibase(
                    CHANGELOG,
                    new ClassLoaderResourceAccessor(),
                    new JdbcConnection(dataSource.getConnection()))) {
              return work.with(liquibase);
            }
          });
    } catch (Exception failed) {
      throw failure(failed);
    }
  }

  private static IllegalStateException failure(Exception failed) {
    return new IllegalStateException(
        "The database could not be migrated: " + failed.getMessage(), failed);
  }
}
