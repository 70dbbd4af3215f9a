package dev.hexdesk.bootstrap.database;

import com.codahale.metrics.MetricRegistry;
import com.zaxxer.hikari.HikariConfig;
import dev.hexdesk.bootstrap.config.DatabaseSection;
import dev.hexdesk.bootstrap.metrics.PoolMetrics;
import dev.hexdesk.bootstrap.postgres.EmbeddedPostgres;
import dev.hexdesk.bootstrap.postgres.FolderInUseException;
import dev.hexdesk.bootstrap.postgres.RunningPostgres;
import io.dropwizard.db.PooledDataSourceFactory;
import io.dropwizard.util.Duration;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the database of this installation: the operator's own where one is named, else the embedded
 * one.
 */
public final class PostgresDataSourceFactory implements PooledDataSourceFactory {
  private static final String VALIDATION_QUERY = "SELECT 1";

  /** No request keeps more than one core busy, however much it reads. */
  private static final String ONE_CORE = "SET max_parallel_workers_per_gather = 0";

  /** A machine that has just booted may still be busy, and its database with it. */
  private static final Duration STARTUP_TIMEOUT = Duration.seconds(20);

  private static final Logger LOG = LoggerFactory.getLogger(PostgresDataSourceFactory.class);

  private final DatabaseSection settings;
  private final Path dataFolder;
  private final Consumer<String> progress;
  private @Nullable PoolMetrics observer;
  private boolean forCommand;
  private boolean byOwner;

  /**
   * @param progress told in a short sentence of each step that may take a while
   */
  public PostgresDataSourceFactory(
      DatabaseSection settings, Path dataFolder, Consumer<String> progress) {
    this.settings = settings;
    this.dataFolder = dataFolder;
    this.progress = progress;
  }

  @Override
  public PostgresDataSource build(MetricRegistry metrics, String name) {
    HikariConfig pool = pool(name);
    if (observer == null) {
      pool.setMetricRegistry(metrics);
    } else {
      pool.setMetricsTrackerFactory(observer.beside(metrics));
    }
    if (!settings.isEmbedded()) {
      RemoteDatabase.unverified(settings.url())
          .forEach(
              host ->
                  LOG.warn(
                      "The certificate of the database on {} is not looked at: add"
                          + " ?sslmode=verify-full to HEXDESK_DB_URL",
                      host));
      String url = SearchPath.withPublic(settings.url());
      pointAt(pool, url, login().user(), login().password());
      String direct =
          settings.directUrl().isEmpty() ? url : SearchPath.withPublic(settings.directUrl());
      return new PostgresDataSource(pool, Optional.empty(), direct);
    }
    EmbeddedPostgres embedded;
    try {
      embedded = EmbeddedPostgres.start(dataFolder, progress);
    } catch (FolderInUseException inUse) {
      RunningPostgres running = joined(inUse);
      pointAt(pool, running.jdbcUrl(), running.user(), running.password());
      return new PostgresDataSource(pool, Optional.empty());
    }
    AbandonedMigration.forget(embedded);
    pointAt(pool, embedded.jdbcUrl(), embedded.user(), embedded.password());
    try {
      return new PostgresDataSource(pool, Optional.of(embedded));
    } catch (RuntimeException unreachable) {
      embedded.close();
      throw unreachable;
    }
  }

  private DatabaseSection.Owner login() {
    return byOwner
        ? settings.whoChangesTables()
        : new DatabaseSection.Owner(settings.user(), settings.password());
  }

  /** To have the pool tell what it does. */
  public PostgresDataSourceFactory observedBy(PoolMetrics metrics) {
    observer = metrics;
    return this;
  }

  /** To log in by the role that owns the tables, where another one serves. */
  public PostgresDataSourceFactory byOwner() {
    byOwner = true;
    return this;
  }

  /** A command may work on the database of a server that runs; a second server may not. */
  private RunningPostgres joined(FolderInUseException inUse) {
    if (!forCommand) {
      throw inUse;
    }
    return RunningPostgres.find(dataFolder).orElseThrow(() -> inUse);
  }

  private static void pointAt(HikariConfig pool, String url, String user, String password) {
    pool.setJdbcUrl(url);
    pool.setUsername(user);
    pool.setPassword(password);
  }

  /**
   * A fixed number of connections: virtual threads may wait for one in their thousands, but
   * PostgreSQL works best with a few at a time. A socket that stays silent is given up, which is
   * what ends a hanging database.
   */
  private HikariConfig pool(String name) {
    int size = forCommand ? 1 : settings.poolSize();
    HikariConfig pool = new HikariConfig();
    pool.setPoolName(name);
    pool.setMaximumPoolSize(size);
    pool.setMinimumIdle(size);
    pool.setConnectionTimeout(settings.connectionTimeout().toMilliseconds());
    // Connections that rested are asked before they are lent: by that, too, nobody waits longer.
    pool.setValidationTimeout(settings.connectionTimeout().toMilliseconds());
    pool.setInitializationFailTimeout(STARTUP_TIMEOUT.toMilliseconds());
    pool.addDataSourceProperty("ApplicationName", "hexdesk");
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    // The detail of an error quotes whole rows, people and password hashes among them.
    pool.addDataSourceProperty("logServerErrorDetail", "false");
    pool.addDataSourceProperty("loginTimeout", seconds(settings.loginTimeout()));
    if (!forCommand) {
      pool.addDataSourceProperty("socketTimeout", seconds(settings.socketTimeout()));
      pool.setConnectionInitSql(bounds());
    } else if (byOwner) {
      pool.setConnectionInitSql(Migrations.SET_LOCK_TIMEOUT);
    }
    return pool;
  }

  /**
   * What no request goes beyond. It is said after the login, as poolers refuse it as an option of
   * the login, and a URL with options of its own would take the place of ours.
   */
  private String bounds() {
    return ("SET statement_timeout = %d; SET lock_timeout = %d;"
            + " SET idle_in_transaction_session_timeout = %d; %s")
        .formatted(
            settings.statementTimeout().toMilliseconds(),
            settings.lockTimeout().toMilliseconds(),
            settings.idleTransactionTimeout().toMilliseconds(),
            ONE_CORE);
  }

  private static String seconds(Duration duration) {
    return Long.toString(duration.toSeconds());
  }

  /**
   * For commands, which need one connection and take their time: nothing of theirs is cut short.
   */
  @Override
  public void asSingleConnectionPool() {
    forCommand = true;
  }

  @Override
  public boolean isAutoCommentsEnabled() {
    return false;
  }

  @Override
  public Map<String, String> getProperties() {
    return Map.of();
  }

  @Override
  public Optional<Duration> getValidationQueryTimeout() {
    return Optional.of(settings.socketTimeout());
  }

  @Override
  public Optional<String> getValidationQuery() {
    return Optional.of(VALIDATION_QUERY);
  }

  @Override
  public String getDriverClass() {
    return "org.postgresql.Driver";
  }

  @Override
  public String getUrl() {
    return settings.url();
  }
}
