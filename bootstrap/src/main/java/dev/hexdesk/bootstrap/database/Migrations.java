package dev.hexdesk.bootstrap.database;

import dev.hexdesk.bootstrap.cli.OperatorException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

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

  /**
   * Who waits to change a table makes all others wait who come after. A long transaction would so
   * stop everybody; it is waited for again and again instead, for a moment each.
   */
  static final String SET_LOCK_TIMEOUT = "SET lock_timeout = '2s'";

  /** What an operator can do then. */
  public static final String IN_USE =
      """
      Somebody holds a table that is to be changed. Nothing waits for them, as all others would wait behind it; \
      what had run before stays. See who it is, and try again:
        SELECT pid, usename, application_name, xact_start, query FROM pg_stat_activity WHERE xact_start < now() - interval '2 s'\
      """;

  private static final String LOCK_NOT_AVAILABLE = "55P03";
  private static final int ATTEMPTS = 30;
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(Migrations.class);

  /** The schema that the URL names first, where tables would be made in another one. */
  private static final String UNSEEN_SCHEMA =
      """
      SELECT wanted.name AS schema, current_schema() AS tables, quote_ident(current_user) AS login
        FROM pg_settings s,
             LATERAL (SELECT btrim((regexp_match(s.setting, '^\\s*("(?:[^"]|"")*"|[^,]*)'))[1])) wanted (name)
       WHERE s.name = 'search_path' AND s.source = 'client'
         AND wanted.name NOT IN ('', '$user', '"$user"')
         AND to_regnamespace(wanted.name)::text IS DISTINCT FROM quote_ident(current_schema())
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
    run(liquibase -> liquibase.update(new Contexts(), new LabelExpression()));
  }

  /** Runs so many of a database's first change sets, and leaves it to others to run the rest. */
  public void runFirst(int count) {
    run(liquibase -> liquibase.update(count, new Contexts(), new LabelExpression()));
  }

  /** What is to be run. */
  @FunctionalInterface
  private interface Update {
    void by(Liquibase liquibase) throws LiquibaseException;
  }

  private void run(Update update) {
    requirePlace();
    requireExtension();
    for (int attempt = 1; !hasRun(update, attempt); attempt++) {
      LOG.warn(
          "Somebody holds a table that is to be changed; it is tried again, for the {}. time of {}",
          attempt,
          ATTEMPTS);
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  /** What has run stays so, and the next attempt goes on behind it. */
  private boolean hasRun(Update update, int attempt) {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(SET_LOCK_TIMEOUT);
      run(update, connection);
      return true;
    } catch (SQLException | LiquibaseException failed) {
      if (!isLockTimeout(failed)) {
        throw failure(failed);
      }
      if (attempt == ATTEMPTS) {
        throw new OperatorException(IN_USE);
      }
      return false;
    }
  }

  /** Whether a table was not to be had in time. */
  public static boolean isLockTimeout(Throwable failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
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

  /**
   * Sees to it that tables can be made, and will be where they are to be.
   *
   * @throws OperatorException where they can't, or won't
   */
  public void requirePlace() {
    requireSchema();
    requireOwner();
  }

  /** PostgreSQL passes over what is not there, and takes the next one. */
  private void requireSchema() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(UNSEEN_SCHEMA);
        ResultSet unseen = statement.executeQuery()) {
      if (unseen.next()) {
        throw new OperatorException(
            """
            HEXDESK_DB_URL names the schema %1$s, which is not there, or not for its user; tables would be made in %2$s.
            Make it: CREATE SCHEMA %1$s AUTHORIZATION %3$s;
            A name with capitals, spaces or the like stands between quotation marks: currentSchema=%%22Help%%20Desk%%22\
            """
                .formatted(
                    unseen.getString("schema"),
                    unseen.getString("tables"),
                    unseen.getString("login")));
      }
    } catch (SQLException failed) {
      throw failure(failed);
    }
  }

  private void requireOwner() {
    try {
      TableOwnership who = TableOwnership.of(dataSource);
      if (!who.mayChangeTables() && isEmpty()) {
        throw new OperatorException(
            """
            The database has no tables yet, and its user '%1$s' may not make them.
            Let it, as a superuser: GRANT USAGE, CREATE ON SCHEMA public TO %1$s;
            or set HEXDESK_DB_OWNER_USER and HEXDESK_DB_OWNER_PASSWORD to the role that shall own them, for this \
            one command:
              ./hexdesk db migrate\
            """
                .formatted(who.user()));
      }
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

  /** All change sets of this version, in their order. */
  public List<String> sets() {
    return List.copyOf(needed.checksums().keySet());
  }

  /** Whether none has run yet. */
  public boolean isEmpty() {
    try {
      return runSets().isEmpty();
    } catch (SQLException noSuchTable) {
      return true;
    }
  }

  /** Whether those of this version have run, and no others. */
  public boolean areThese() {
    return areThese(sets());
  }

  /** Whether just these have run. */
  public boolean areThese(Collection<String> sets) {
    try {
      return runSets().keySet().equals(Set.copyOf(sets));
    } catch (SQLException noSuchTable) {
      return false;
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

  /** Liquibase talks on the console by itself; inside the server its words belong into the log. */
  private static void run(Update update, Connection connection) throws LiquibaseException {
    try {
      Scope.child(
          Map.of(Scope.Attr.ui.name(), new LoggerUIService()),
          () -> {
            Liquibase liquibase =
                new Liquibase(
                    CHANGELOG, new ClassLoaderResourceAccessor(), new JdbcConnection(connection));
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
            update.by(liquibase);
          });
    } catch (LiquibaseException | RuntimeException failed) {
      throw failed;
    } catch (Exception failed) {
      throw new LiquibaseException(failed);
    }
  }

  private static IllegalStateException failure(Exception failed) {
    return new IllegalStateException(
        "The database could not be migrated: " + failed.getMessage(), failed);
  }
}
