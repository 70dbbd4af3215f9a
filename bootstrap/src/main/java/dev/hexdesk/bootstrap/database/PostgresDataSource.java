package dev.hexdesk.bootstrap.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import dev.hexdesk.bootstrap.postgres.EmbeddedPostgres;
import io.dropwizard.db.ManagedDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The pool of connections, and the embedded server under it where there is one: both end together.
 * While the database is away, connections are refused at once.
 */
public final class PostgresDataSource extends HikariDataSource implements ManagedDataSource {
  private static final int SECONDS_TO_CONNECT = 2;
  private static final int SECONDS_TO_PROBE = 1;

  private final Optional<EmbeddedPostgres> embedded;
  private final String directUrl;
  private final DatabaseCircuitBreaker circuit;

  PostgresDataSource(HikariConfig pool, Optional<EmbeddedPostgres> embedded) {
    this(pool, embedded, pool.getJdbcUrl());
  }

  /**
   * @param directUrl where the same database is without a pooler in between
   */
  PostgresDataSource(HikariConfig pool, Optional<EmbeddedPostgres> embedded, String directUrl) {
    this(pool, embedded, directUrl, new DatabaseCircuitBreaker(probes(pool)));
  }

  private PostgresDataSource(
      HikariConfig pool,
      Optional<EmbeddedPostgres> embedded,
      String directUrl,
      DatabaseCircuitBreaker circuit) {
    super(reportingFailuresTo(pool, circuit));
    this.embedded = embedded;
    this.directUrl = directUrl;
    this.circuit = circuit;
  }

  /** Has the pool tell of connections that fail while they are in use. */
  private static HikariConfig reportingFailuresTo(
      HikariConfig pool, DatabaseCircuitBreaker circuit) {
    pool.setExceptionOverride(
        new SQLExceptionOverride() {
          @java.lang.Override // the interface has an Override of its own
          public Override adjudicate(SQLException failure) {
            circuit.failed(failure);
            return Override.CONTINUE_EVICT;
          }
        });
    return pool;
  }

  @Override
  public Connection getConnection() throws SQLException {
    circuit.requireClosed();
    try {
      return super.getConnection();
    } catch (SQLException failure) {
      circuit.failed(failure);
      throw failure;
    }
  }

  /** Takes note of a failure of a connection that is none of the pool's. */
  public void failed(SQLException failure) {
    circuit.failed(failure);
  }

  /**
   * @param action done whenever the database was asked and has not answered
   */
  public void whileAway(Runnable action) {
    circuit.whileAway(action);
  }

  /**
   * Connections to the same database that may take their time, for migrations: index builds are
   * slow work.
   */
  public DataSource withoutTimeouts() {
    return named("hexdesk-migrations", this, directUrl);
  }

  /** Connections to the same database that stay with whoever has opened them, to listen on. */
  public DataSource forNotifications() {
    PGSimpleDataSource source = named("hexdesk-changes", this, directUrl);
    source.setConnectTimeout(SECONDS_TO_CONNECT);
    source.setLoginTimeout(SECONDS_TO_CONNECT);
    return source;
  }

  /** Connections by the way that the pool's go, to find out whether anybody answers there. */
  private static PGSimpleDataSource probes(HikariConfig pool) {
    PGSimpleDataSource source = named("hexdesk-probe", pool, pool.getJdbcUrl());
    source.setConnectTimeout(SECONDS_TO_PROBE);
    source.setLoginTimeout(SECONDS_TO_PROBE);
    source.setSocketTimeout(SECONDS_TO_PROBE);
    return source;
  }

  private static PGSimpleDataSource named(String application, HikariConfig login, String url) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(login.getUsername());
    source.setPassword(login.getPassword());
    source.setApplicationName(application);
    return source;
  }

  @Override
  public void stop() {
    circuit.close();
    close();
    embedded.ifPresent(EmbeddedPostgres::close);
  }
}
