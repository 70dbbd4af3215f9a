package dev.hexdesk.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An installation in a temporary folder, with a database of its own and one administrator. */
record TemporaryInstallation(Path folder) implements AutoCloseable {
  static final String USERNAME = "trainer";

  private static final Pattern COMPLAINT = Pattern.compile("(?m)^hexdesk: ");

  static TemporaryInstallation create(String password) throws IOException {
    Path folder = Files.createTempDirectory("hexdesk-training");
    TemporaryInstallation made = new TemporaryInstallation(folder);
    Files.writeString(
        made.setup(),
        """
        default_users:
          - username: %1$s
            password: '%2$s'
            first_name: Train
            last_name: Er
            phone: '+380440000001'
            email: %1$s@example.org
            roles: [admin]
        """
            .formatted(USERNAME, password));
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(made.setup(), PosixFilePermissions.fromString("rw-------"));
      // For root's PostgreSQL runs as nobody.
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    return made;
  }

  private Path setup() {
    return folder.resolve("setup.yml");
  }

  /** Where Java leaves what it has learnt. */
  Path cache() {
    return folder.resolve("cache");
  }

  /** What the server and Java say. */
  Path words() {
    return folder.resolve("words");
  }

  /** What the server had to say of its failure: all from there on, or nothing. */
  String complaint() throws IOException {
    String said = Files.exists(words()) ? Files.readString(words()) : "";
    Matcher complaint = COMPLAINT.matcher(said);
    return complaint.find() ? said.substring(complaint.start()) : "";
  }

  /** All that an installation can be told, so that nothing of the operator's own is touched. */
  Map<String, String> environment() {
    return Map.of(
        "HEXDESK_CONFIG",
        folder.resolve("config.yml").toString(),
        "HEXDESK_HOST",
        "127.0.0.1",
        "HEXDESK_PORT",
        "0",
        "HEXDESK_ADMIN_HOST",
        "127.0.0.1",
        "HEXDESK_ADMIN_PORT",
        "0",
        "HEXDESK_DATA",
        folder.resolve("data").toString(),
        "HEXDESK_SETUP",
        setup().toString(),
        "HEXDESK_LOGS",
        folder.resolve("logs").toString());
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
