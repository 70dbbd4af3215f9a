package dev.hexdesk.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.hexdesk.application.contract.Store;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database of a test class's own, dropped after it. */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback {
  private static final int CONNECTIONS = 8;

  private String name;
  private HikariDataSource pool;
  private Jdbi jdbi;

  @Override
  public void beforeAll(ExtensionContext context) {
    name = Postgres.createDatabase();
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(Postgres.url(name));
    config.setMaximumPoolSize(CONNECTIONS);
    config.setMinimumIdle(1);
    pool = new HikariDataSource(config);
    jdbi = Jdbi.create(pool);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    pool.close();
    Postgres.drop(name);
  }

  /** A JDBI of the test's own, for looking behind the adapter. */
  public Jdbi jdbi() {
    return Jdbi.create(pool);
  }

  /** The adapter on this database, with all rows removed. */
  public Store emptyStore() {
    execute("TRUNCATE tickets, employees, users");
    return JdbiStore.on(jdbi);
  }

  public void execute(String sql) {
    jdbi.useHandle(handle -> handle.execute(sql));
  }

  public List<String> strings(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }
}
