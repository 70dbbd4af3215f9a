package dev.hexdesk.bootstrap.postgres;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The passwords of the server's two roles, kept in PostgreSQL's own password file format, so that
 * {@code PGPASSFILE} lets psql and pg_dump in.
 */
record Passwords(String superuser, String application) {
  private static final String PREFIX = "127.0.0.1:*:*:";
  private static final SecureRandom RANDOM = new SecureRandom();

  static Passwords random() {
    return new Passwords(randomPassword(), randomPassword());
  }

  private static String randomPassword() {
    byte[] bytes = new byte[24];
    RANDOM.nextBytes(bytes);
    // The alphabet needs no escaping, neither in the file nor in SQL.
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** The passwords in the file, or nothing when it is missing or does not hold both. */
  static Optional<Passwords> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file);
    return find(lines, Cluster.SUPERUSER)
        .flatMap(
            superuser ->
                find(lines, Cluster.ROLE)
                    .map(application -> new Passwords(superuser, application)));
  }

  private static Optional<String> find(List<String> lines, String role) {
    String start = PREFIX + role + ":";
    return lines.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst();
  }

  /** Writes the file whole or not at all, for its owner only. */
  void write(Path file) throws IOException {
    Path unfinished = DataFolder.unfinished(file);
    Files.deleteIfExists(unfinished);
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            unfinished,
            Set.of(
                StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      channel.write(StandardCharsets.US_ASCII.encode(lines()));
    }
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private String lines() {
    return PREFIX
        + Cluster.SUPERUSER
        + ":"
        + superuser
        + "\n"
        + PREFIX
        + Cluster.ROLE
        + ":"
        + application
        + "\n";
  }

  /** Without the passwords, which a record would print. */
  @Override
  public String toString() {
    return "Passwords[...]";
  }
}
