package dev.hexdesk.bootstrap.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a server notes in {@code postmaster.pid} while it runs, and leaves there when killed. */
record PostmasterFile(long pid, int port, boolean ready) {
  private static final int PORT = 3;
  private static final int STATUS = 7;

  static Path in(Path cluster) {
    return cluster.resolve("postmaster.pid");
  }

  /** Nothing while there is no such file, or none that has been written to its end. */
  static Optional<PostmasterFile> read(Path cluster) {
    try {
      List<String> lines = Files.readAllLines(in(cluster));
      boolean ready = lines.size() > STATUS && lines.get(STATUS).startsWith("ready");
      int port = lines.size() > PORT ? Integer.parseInt(lines.get(PORT).strip()) : 0;
      return lines.isEmpty()
          ? Optional.empty()
          : Optional.of(new PostmasterFile(Long.parseLong(lines.getFirst().strip()), port, ready));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }
}
