package dev.hexdesk.bootstrap.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The server of a data folder that another Hexdesk keeps running, for commands that join it for a
 * while.
 */
public record RunningPostgres(String jdbcUrl, String user, String password) {

  /** The server on this folder, when it is ready and its passwords can be read. */
  public static Optional<RunningPostgres> find(Path dataFolder) {
    DataFolder data = DataFolder.open(dataFolder);
    return PostmasterFile.read(data.cluster())
        .filter(PostmasterFile::ready)
        .flatMap(server -> passwords(data).map(passwords -> of(server.port(), passwords)));
  }

  private static RunningPostgres of(int port, Passwords passwords) {
    return new RunningPostgres(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.DATABASE,
        Cluster.ROLE,
        passwords.application());
  }

  private static Optional<Passwords> passwords(DataFolder data) {
    try {
      return Passwords.read(data.passwords());
    } catch (IOException unreadable) {
      throw new EmbeddedPostgresException(
          "The passwords in %s can't be read: %s\nRun this as the user that runs the server."
              .formatted(data.passwords(), unreadable),
          unreadable);
    }
  }

  @Override
  public String toString() {
    return "RunningPostgres[" + jdbcUrl + "]";
  }
}
