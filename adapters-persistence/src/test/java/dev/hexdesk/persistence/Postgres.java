package dev.hexdesk.persistence;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/**
 * The one server of a test run; it ends with the JVM. Every test class has a database of its own.
 */
final class Postgres {
  private static final String TEMPLATE = "migrated";
  private static final AtomicInteger DATABASES = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = start();

  private Postgres() {}

  /** A fresh database with the present schema; a copy, as migrating takes much longer. */
  static String createDatabase() {
    return createDatabase(TEMPLATE);
  }

  /** A fresh database with nothing in it. */
  static String createEmptyDatabase() {
    return createDatabase("template0");
  }

  private static String createDatabase(String template) {
    String name = "test_" + DATABASES.incrementAndGet();
    execute("CREATE DATABASE " + name + " TEMPLATE " + template);
    return name;
  }

  static void drop(String database) {
    execute("DROP DATABASE " + database + " WITH (FORCE)");
  }

  static String url(String database) {
    return SERVER.getJdbcUrl("postgres", database);
  }

  static int port() {
    return SERVER.getPort();
  }

  static DataSource connectionsTo(String database) {
    return SERVER.getDatabase("postgres", database);
  }

  static void execute(String sql) {
    try (Connection connection = SERVER.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static EmbeddedPostgres start() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setLocaleConfig("locale", "C.UTF-8")
              .setServerConfig("max_connections", "100")
              .start();
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + TEMPLATE + " TEMPLATE template0");
      }
      Migrations.of(server.getDatabase("postgres", TEMPLATE)).update();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
