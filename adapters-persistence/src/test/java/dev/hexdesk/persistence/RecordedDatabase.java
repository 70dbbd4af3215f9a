package dev.hexdesk.persistence;

import dev.hexdesk.application.contract.Store;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.locator.ClasspathSqlLocator;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database with many rows, and what the adapter asks it. */
final class RecordedDatabase implements BeforeAllCallback, AfterAllCallback, SqlLogger {
  private final String rows;
  private final String name = Postgres.createDatabase();
  private final List<String> statements = new ArrayList<>();
  private Jdbi jdbi;
  private Store store;

  /**
   * @param rows the script that makes them
   */
  RecordedDatabase(String rows) {
    this.rows = rows;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws SQLException {
    DataSource dataSource = Postgres.connectionsTo(name);
    jdbi = Jdbi.create(dataSource.getConnection());
    String script = ClasspathSqlLocator.create().getResource(rows);
    jdbi.useHandle(handle -> handle.createScript(script).execute());
    Jdbi recorded = Jdbi.create(dataSource.getConnection());
    recorded.getConfig(SqlStatements.class).setSqlLogger(this);
    store = JdbiStore.on(recorded);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    Postgres.drop(name);
  }

  @Override
  public void logBeforeExecution(StatementContext context) {
    statements.add(String.valueOf(context.getStatement()));
  }

  /** The statements that the adapter sends meanwhile. */
  List<String> statementsOf(Runnable work) {
    statements.clear();
    work.run();
    return List.copyOf(statements);
  }

  /** The adapter, whose statements are recorded. */
  Store store() {
    return store;
  }

  /** Connections whose statements are not. */
  Jdbi jdbi() {
    return jdbi;
  }

  /**
   * A statement's plan, line by line. Asked for without JDBI, which would look for parameters in
   * each: thousands of statements that are there once each, and have their values already.
   */
  List<String> explain(String options, String sql) {
    return jdbi.withHandle(
        handle -> {
          try (Statement statement = handle.getConnection().createStatement();
              ResultSet lines = statement.executeQuery("EXPLAIN (" + options + ") " + sql)) {
            List<String> plan = new ArrayList<>();
            while (lines.next()) {
              plan.add(lines.getString(1));
            }
            return plan;
          } catch (SQLException e) {
            throw new IllegalStateException(e);
          }
        });
  }
}
