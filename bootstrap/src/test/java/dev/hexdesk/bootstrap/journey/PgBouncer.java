package dev.hexdesk.bootstrap.journey;

import dev.hexdesk.bootstrap.http.FreePort;
import dev.hexdesk.bootstrap.http.InstalledProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** A PgBouncer before a database, with the settings that docs/operations.md shows. */
final class PgBouncer implements AutoCloseable {
  private static final InstalledProgram PROGRAM = new InstalledProgram("pgbouncer", "pgbouncer");

  private final Process process;
  private final String url;

  private PgBouncer(Process process, String url) {
    this.process = process;
    this.url = url;
  }

  /** Starts it in one of its modes, for who logs in to that database so. */
  static PgBouncer start(String mode, String direct, String user, String password)
      throws Exception {
    Path program = PROGRAM.required();
    Path folder = Files.createTempDirectory("hexdesk-pgbouncer");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    int port = FreePort.next();
    String database = direct.replaceFirst(".*/", "");
    String host = direct.replaceFirst("jdbc:postgresql://([^:/]+):(\\d+)/.*", "host=$1 port=$2");
    Path users =
        Files.writeString(folder.resolve("users.txt"), "\"%s\" \"%s\"\n".formatted(user, password));
    Path settings =
        Files.writeString(
            folder.resolve("pgbouncer.ini"),
            """
            [databases]
            %s = %s
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = %d
            unix_socket_dir =
            auth_type = plain
            auth_file = %s
            %s
            """
                .formatted(database, host, port, users, shownFor(mode)));
    List<String> command = new ArrayList<>(List.of(program.toString()));
    if ("root".equals(System.getProperty("user.name"))) {
      // It does not run as root.
      command.addAll(List.of("-u", "nobody"));
    }
    command.add(settings.toString());
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    PgBouncer bouncer =
        new PgBouncer(process, "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database));
    bouncer.awaitReady(user, password, output);
    return bouncer;
  }

  /** The lines of the guide, which have one mode in force and name the other one above it. */
  private static String shownFor(String mode) throws IOException {
    String shown = OperatorsGuide.block("ini", "pool_mode");
    if (!shown.contains("pool_mode = " + mode)) {
      throw new IllegalStateException("the guide does not show the mode " + mode);
    }
    return shown.replaceFirst("(?m)^pool_mode = .*$", "pool_mode = " + mode);
  }

  private void awaitReady(String user, String password, Path output) throws Exception {
    while (true) {
      try (Connection connection = DriverManager.getConnection(url, user, password)) {
        return;
      } catch (SQLException notYet) {
        if (!process.isAlive()) {
          throw new IOException(Files.readString(output), notYet);
        }
        Thread.sleep(20);
      }
    }
  }

  /** The database as it is reached through it. */
  String url() {
    return url;
  }

  @Override
  public void close() throws Exception {
    process.destroyForcibly();
    process.waitFor();
  }
}
