package dev.hexdesk.persistence;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.StoreParameter;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of a test class's own, dropped after it. */
public final class TestDatabase implements BeforeAllCallback, AfterAllCallback, StoreParameter {
  private static final int CONNECTIONS = 8;
  private static final int MANY = 1_000;

  private static final List<String> TABLES =
      List.of(
          "tickets",
          "employees",
          "users",
          "user_ids",
          "user_handovers",
          "login_failures",
          "known_networks",
          "comments",
          "ticket_history",
          "ticket_links",
          "ticket_search",
          "tag_counts",
          "idempotency_keys",
          "erasure_confirmations");

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

  /**
   * The adapter on this database, with all rows removed. They are deleted, and without triggers,
   * for truncating makes a new file for each table and each index, which takes longer than most
   * tests.
   */
  @Override
  public Store emptyStore() {
    int deleted =
        jdbi.inTransaction(
            handle -> {
              handle.execute("SET LOCAL session_replication_role = replica");
              return TABLES.stream()
                  .mapToInt(table -> handle.execute("DELETE FROM " + table))
                  .sum();
            });
    if (deleted > MANY) {
      // So many would be in the way until autovacuum comes.
      execute("VACUUM");
    }
    return JdbiStore.on(jdbi);
  }

  public String url() {
    return Postgres.url(name);
  }

  public Jdbi jdbi() {
    return jdbi;
  }

  /** A pool of one connection that goes through a counter of round trips. */
  public HikariDataSource oneConnection(RoundTrips counter) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url(counter));
    config.setMaximumPoolSize(1);
    return new HikariDataSource(config);
  }

  /** Connections that go through a counter of round trips. */
  public String url(RoundTrips counter) {
    return "jdbc:postgresql://127.0.0.1:%d/%s?user=postgres&sslmode=disable&gssEncMode=disable"
        .formatted(counter.port(), name);
  }

  /** Connections of their own, with a setting of PostgreSQL's. */
  public DataSource with(String setting, String value) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(url());
    dataSource.setOptions("-c " + setting + "=" + value);
    return dataSource;
  }

  /** Ends the sessions of that name, as a restart of the server would. */
  public void cutConnections(String application) {
    Postgres.execute(
        """
        SELECT pg_terminate_backend(pid, 5000)
          FROM pg_stat_activity
         WHERE datname = '%s' AND application_name = '%s'
        """
            .formatted(name, application));
  }

  public void execute(String sql) {
    jdbi.useHandle(handle -> handle.execute(sql));
  }

  public List<String> strings(String sql) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).mapTo(String.class).list());
  }
}
