package dev.hexdesk.bootstrap.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.hexdesk.bootstrap.postgres.EmbeddedPostgres;
import io.dropwizard.db.ManagedDataSource;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The pool of connections, and the embedded server under it where there is one: both end together.
 */
public final class PostgresDataSource extends HikariDataSource implements ManagedDataSource {
  private static final int SECONDS_TO_CONNECT = 2;

  private final Optional<EmbeddedPostgres> embedded;
  private final String directUrl;

  PostgresDataSource(HikariConfig pool, Optional<EmbeddedPostgres> embedded) {
    this(pool, embedded, pool.getJdbcUrl());
  }

  /**
   * @param directUrl where the same database is without a pooler in between
   */
  PostgresDataSource(HikariConfig pool, Optional<EmbeddedPostgres> embedded, String directUrl) {
    super(pool);
    this.embedded = embedded;
    this.directUrl = directUrl;
  }

  /**
   * Connections to the same database that may take their time, for migrations: index builds are
   * slow work.
   */
  public DataSource unhurried() {
    return named("hexdesk-migrations");
  }

  /** Connections to the same database that stay with whoever has opened them, to listen on. */
  public DataSource undivided() {
    PGSimpleDataSource source = named("hexdesk-changes");
    source.setConnectTimeout(SECONDS_TO_CONNECT);
    source.setLoginTimeout(SECONDS_TO_CONNECT);
    return source;
  }

  private PGSimpleDataSource named(String application) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(directUrl);
    source.setUser(getUsername());
    source.setPassword(getPassword());
    source.setApplicationName(application);
    return source;
  }

  @Override
  public void stop() {
    close();
    embedded.ifPresent(EmbeddedPostgres::close);
  }
}
