package dev.hexdesk.bootstrap.journey;

import dev.hexdesk.bootstrap.postgres.DataFolders;
import dev.hexdesk.bootstrap.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL as an operator has one, with a superuser for what takes one. */
final class OwnPostgres implements AutoCloseable {
  /** The roles that {@code roles.sql} makes where it is told no others. */
  static final String OWNER = "hexdesk_owner";

  static final String SERVER = "hexdesk";

  /** Of every role that is made here. */
  static final String PASSWORD = "Spaces & 'quotes'";

  static final Path SETUP = Path.of("../setup/postgresql");

  private static final String SUPERUSER = "postgres";

  private final Installation installation;
  private final EmbeddedPostgres postgres;
  private final String superusersPassword;

  OwnPostgres() throws IOException {
    installation = Installation.create();
    DataFolders.makeWithCluster(installation.data());
    postgres = EmbeddedPostgres.start(installation.data(), progress -> {});
    superusersPassword =
        Files.readAllLines(installation.data().resolve("pgpass")).stream()
            .filter(line -> line.contains(":" + SUPERUSER + ":"))
            .map(line -> line.substring(line.lastIndexOf(':') + 1))
            .findFirst()
            .orElseThrow();
  }

  /** What {@code psql} takes to log in as the superuser. */
  Map<String, String> psqlSettings() {
    return Map.of(
        "PGHOST",
        "127.0.0.1",
        "PGPORT",
        postgres.jdbcUrl().replaceFirst(".*:(\\d+)/.*", "$1"),
        "PGUSER",
        SUPERUSER,
        "PGPASSWORD",
        superusersPassword);
  }

  String url(String database) {
    return postgres.jdbcUrl().replaceFirst("/[^/]*$", "/" + database);
  }

  void asSuperuser(String database, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(url(database), SUPERUSER, superusersPassword);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Does what {@code roles.sh} does, without needing {@code psql}. */
  void makeRoles(String database, String owner, String server) throws Exception {
    String settings =
        """
        SET hexdesk.owner = '%s'; SET hexdesk.server = '%s';
        SET hexdesk.owner_password = '%3$s'; SET hexdesk.server_password = '%3$s';
        """
            .formatted(owner, server, PASSWORD.replace("'", "''"));
    asSuperuser(database, settings + Files.readString(SETUP.resolve("roles.sql")));
  }

  Connection as(String role, String database) throws SQLException {
    return DriverManager.getConnection(url(database), role, PASSWORD);
  }

  PGSimpleDataSource dataSource(String role, String database) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url(database));
    source.setUser(role);
    source.setPassword(PASSWORD);
    return source;
  }

  /** An installation whose server logs in by that role. */
  Installation installation(String role, String database) throws IOException {
    Installation made = Installation.create().quietly();
    made.useDatabase(url(database), role, "\"" + PASSWORD + "\"");
    return made;
  }

  @Override
  public void close() throws IOException {
    postgres.close();
    installation.delete();
  }
}
