package dev.hexdesk.bootstrap.journey;

import dev.hexdesk.bootstrap.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A server on a database of the operator's own, which tests may stop, spoil and start again; and
 * with nobody else's users in it. Each test leaves it in order.
 */
final class OwnDatabaseServer implements AutoCloseable {
  private final Installation installation;
  private final TcpProxy relay;
  private final TestServer desk;
  private EmbeddedPostgres postgres;

  private OwnDatabaseServer(Settings settings) throws Exception {
    installation = Installation.prepared();
    settings.apply(installation);
    postgres = startPostgres();
    relay = new TcpProxy(postgresPort());
    installation.useDatabase(
        "jdbc:postgresql://127.0.0.1:" + relay.port() + database(),
        postgres.user(),
        postgres.password());
    desk = TestServer.start(installation);
  }

  static OwnDatabaseServer start() throws Exception {
    return start(installation -> {});
  }

  static OwnDatabaseServer start(Settings settings) throws Exception {
    return new OwnDatabaseServer(settings);
  }

  /** What an operator writes into the configuration. */
  @FunctionalInterface
  interface Settings {
    void apply(Installation installation) throws IOException;
  }

  private EmbeddedPostgres startPostgres() {
    return EmbeddedPostgres.start(installation.data(), progress -> {});
  }

  private URI postgresUri() {
    return URI.create(postgres.jdbcUrl().substring("jdbc:".length()));
  }

  private int postgresPort() {
    return postgresUri().getPort();
  }

  private String database() {
    return postgresUri().getPath();
  }

  TestServer desk() {
    return desk;
  }

  void stopDatabase() {
    postgres.close();
  }

  void startDatabase() {
    postgres = startPostgres();
    relay.leadTo(postgresPort());
  }

  /** The database is there, and nothing of what it says arrives until the result is closed. */
  TcpProxy.Silence silenceDatabase() {
    return relay.fallSilent();
  }

  /** Past the relay, as whom the server logs in. */
  DataSource connections() {
    PGSimpleDataSource connections = new PGSimpleDataSource();
    connections.setUrl(postgres.jdbcUrl());
    connections.setUser(postgres.user());
    connections.setPassword(postgres.password());
    return connections;
  }

  private Connection connect() throws SQLException {
    return connections().getConnection();
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Returns when so many wait for a table that somebody holds. */
  void awaitWaiting(int count) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement waiting =
            connection.prepareStatement(
                "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation IS NOT NULL")) {
      int found = 0;
      while (found < count) {
        try (ResultSet row = waiting.executeQuery()) {
          row.next();
          found = row.getInt(1);
        }
      }
    }
  }

  /** Keeps everybody else from a table until it is closed. */
  Lock lock(String table) throws SQLException {
    Connection connection = connect();
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("LOCK TABLE " + table);
    }
    return connection::close;
  }

  /** What {@link #lock} holds. */
  @FunctionalInterface
  interface Lock extends AutoCloseable {
    @Override
    void close() throws SQLException;
  }

  @Override
  public void close() throws Exception {
    postgres.close();
    relay.close();
    desk.close();
  }
}
