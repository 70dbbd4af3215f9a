package dev.hexdesk.bootstrap.journey;

import dev.hexdesk.bootstrap.config.ConfigurationFile;
import dev.hexdesk.bootstrap.postgres.DataFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder in which an operator has put all that a server needs: configuration, users, data. */
public record Installation(Path folder) {
  /** The password of the default users. */
  public static final String PASSWORD = "Passw0rd!x";

  /** What the configuration says of the hashes' memory before somebody changes it. */
  static final String DEFAULT_MEMORY_OF_A_HASH = "memoryKibibytes: 19456";

  private static final String DEFAULT_USER =
      """
        - username: %1$s
          password: '%2$s'
          first_name: Default
          last_name: User
          phone: '+38044000000%3$d'
          email: %1$s@example.org
          roles: [%1$s]
      """;

  /** One in a temporary folder of its own, on free ports, with a new embedded database. */
  public static Installation create() throws IOException {
    Path folder = Files.createTempDirectory("hexdesk-journey");
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      // For root's PostgreSQL runs as nobody.
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Installation made = new Installation(folder);
    ConfigurationFile.ensure(made.configuration());
    made.set("HEXDESK_PORT", "0");
    made.set("HEXDESK_ADMIN_PORT", "0");
    made.set("HEXDESK_DATA", made.data().toString());
    made.set("HEXDESK_SETUP", made.setup().toString());
    made.set("HEXDESK_LOGS", folder.resolve("logs").toString());
    Files.writeString(
        made.setup(),
        "default_users:\n"
            + DEFAULT_USER.formatted("admin", PASSWORD, 1)
            + DEFAULT_USER.formatted("manager", PASSWORD, 2)
            + DEFAULT_USER.formatted("support", PASSWORD, 3));
    return made;
  }

  /**
   * One whose server starts soon: the tables are there already, and a hash of a password costs next
   * to nothing.
   */
  public static Installation prepared() throws IOException {
    return create().quietly().withTables().withCheapHashes();
  }

  /** Puts a database there that has all tables, and nobody in them. */
  Installation withTables() throws IOException {
    DataFolders.makeWithTables(data());
    return this;
  }

  private Installation withCheapHashes() throws IOException {
    edit(DEFAULT_MEMORY_OF_A_HASH, "memoryKibibytes: 256");
    return this;
  }

  /** Keeps what is no error off the console, where test results are read; the log file has it. */
  public Installation quietly() throws IOException {
    edit("- type: console\n", "- type: console\n      threshold: ERROR\n");
    return this;
  }

  Path configuration() {
    return folder.resolve("config.yml");
  }

  Path setup() {
    return folder.resolve("setup.yml");
  }

  Path data() {
    return folder.resolve("data");
  }

  /** Has it work on a database that runs already. */
  void useDatabase(String url, String user, String password) throws IOException {
    set("HEXDESK_DB_URL", url);
    set("HEXDESK_DB_USER", user);
    set("HEXDESK_DB_PASSWORD", password);
  }

  /** Writes a value in the place of an environment variable. */
  public void set(String variable, String value) throws IOException {
    edit("\\$\\{" + variable + ":-[^}]*\\}", Matcher.quoteReplacement(value));
  }

  public void edit(String pattern, String replacement) throws IOException {
    String before = Files.readString(configuration());
    Matcher matcher = Pattern.compile(pattern).matcher(before);
    if (!matcher.find()) {
      throw new IllegalStateException("The configuration has no " + pattern);
    }
    Files.writeString(configuration(), matcher.replaceAll(replacement));
  }

  /** Deletes everything; a database that is still stopping may write until it is gone. */
  void delete() throws IOException {
    Instant deadline = Instant.now().plusSeconds(20);
    while (true) {
      try {
        deleteOnce();
        return;
      } catch (DirectoryNotEmptyException | NoSuchFileException | UncheckedIOException changing) {
        if (Instant.now().isAfter(deadline)) {
          throw changing;
        }
        Thread.onSpinWait();
      }
    }
  }

  private void deleteOnce() throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }
}
