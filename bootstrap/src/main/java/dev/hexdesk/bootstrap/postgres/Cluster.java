package dev.hexdesk.bootstrap.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The folder of the data itself, with Hexdesk's role and database in it. */
record Cluster(DataFolder data, ServerPrograms programs, PosixAccount owner) {
  static final String SUPERUSER = "postgres";
  static final String ROLE = "hexdesk";
  static final String DATABASE = "hexdesk";

  private static final Pattern MAJOR = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

  /** Makes the cluster unless it is there, and the passwords unless they are. */
  Passwords prepare(Consumer<String> progress) throws IOException, InterruptedException {
    if (Files.exists(data.cluster())) {
      checkVersion();
      checkOwner();
    } else {
      progress.accept("Creating the database in " + data.root());
      new NewCluster(programs, owner).create(data.cluster());
    }
    return passwords();
  }

  private void checkVersion() throws IOException, InterruptedException {
    Path file = data.cluster().resolve("PG_VERSION");
    String theirs = Files.exists(file) ? Files.readString(file).strip() : "(no PG_VERSION)";
    Matcher version = MAJOR.matcher(programs.run("postgres", "--version").output());
    String ours = version.find() ? version.group(1) : "(unknown)";
    if (!theirs.equals(ours)) {
      throw new EmbeddedPostgresException(
          """
          The data in %s is of PostgreSQL %s, but this Hexdesk brings PostgreSQL %s.
          Dump it with the Hexdesk that made it and load it into a new data folder, or set \
          HEXDESK_DB_URL to a PostgreSQL of your own.\
          """
              .formatted(data.cluster(), theirs, ours));
    }
  }

  private void checkOwner() throws IOException {
    PosixAccount actual = PosixAccount.of(data.cluster());
    if (actual.uid() == owner.uid()) {
      return;
    }
    if (!PosixAccount.ofThisProcess().isRoot()) {
      throw new EmbeddedPostgresException(
          """
          The data in %s belongs to user %d, but Hexdesk runs as user %d.
          Start it as the user that made the data, or as root.\
          """
              .formatted(data.cluster(), actual.uid(), owner.uid()));
    }
    // Copied back by root, it seems: no server runs as root, so none can have made it so.
    new FileTree(data.cluster()).giveTo(owner);
  }

  private Passwords passwords() throws IOException, InterruptedException {
    Optional<Passwords> kept = Passwords.read(data.passwords());
    if (kept.isPresent()) {
      return kept.get();
    }
    Passwords passwords = Passwords.random();
    programs.execute(
        data.cluster(),
        "ALTER ROLE " + SUPERUSER + " PASSWORD '" + passwords.superuser() + "'",
        "ALTER ROLE " + ROLE + " PASSWORD '" + passwords.application() + "'");
    passwords.write(data.passwords());
    return passwords;
  }
}
