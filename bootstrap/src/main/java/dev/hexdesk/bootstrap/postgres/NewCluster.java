package dev.hexdesk.bootstrap.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Makes a cluster under another name first, so that there is a whole one or none. */
record NewCluster(ServerPrograms programs, PosixAccount owner) {
  private static final List<String> INITDB =
      List.of(
          "--username=" + Cluster.SUPERUSER,
          "--encoding=UTF8",
          // The order and the case of text come from PostgreSQL itself, the same everywhere.
          "--locale-provider=builtin",
          "--builtin-locale=C.UTF-8",
          "--locale=C",
          "--data-checksums",
          // Replaced below; with the real one initdb would want the password in a file.
          "--auth=reject",
          "--no-instructions");

  // Only pg_trgm still asks the system what a letter is, and with plain C it finds no accented one.
  private static final List<String> LETTERS = List.of("C.UTF-8", "en_US.UTF-8", "C");

  // Defaults, which an operator may change in postgresql.conf. The log goes without statements and
  // details: they hold people's data, and refused duplicates are everyday business here.
  private static final List<String> SETTINGS =
      List.of(
          "max_connections=100",
          "shared_buffers=128MB",
          "effective_cache_size=512MB",
          "random_page_cost=1.1",
          "jit=off",
          "timezone=UTC",
          "log_timezone=UTC",
          "log_checkpoints=off",
          "log_error_verbosity=terse",
          "log_min_error_statement=panic");

  private static final String ACCESS =
      """
      # Only from this machine, and nobody without a password.
      host all all 127.0.0.1/32 scram-sha-256
      """;

  void create(Path cluster) throws IOException, InterruptedException {
    Path unfinished = DataFolder.unfinished(cluster);
    initialize(unfinished);
    Files.writeString(
        unfinished.resolve("pg_hba.conf"),
        ACCESS,
        StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC,
        LinkOption.NOFOLLOW_LINKS);
    programs.execute(
        unfinished,
        "CREATE ROLE " + Cluster.ROLE + " LOGIN",
        "CREATE DATABASE " + Cluster.DATABASE + " OWNER " + Cluster.ROLE);
    new FileTree(unfinished).moveTo(cluster);
  }

  private void initialize(Path folder) throws IOException, InterruptedException {
    for (String letters : LETTERS) {
      ServerPrograms.Outcome outcome = initdb(folder, letters);
      if (!outcome.output().contains("invalid locale name")) {
        outcome.orThrow("Creating the database (initdb)");
        return;
      }
    }
    throw new IOException("initdb knows none of the locales " + LETTERS);
  }

  private ServerPrograms.Outcome initdb(Path folder, String letters)
      throws IOException, InterruptedException {
    new FileTree(folder).delete();
    Files.createDirectory(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    owner.take(folder);
    List<String> arguments = new ArrayList<>(INITDB);
    arguments.add("--lc-ctype=" + letters);
    SETTINGS.forEach(setting -> arguments.add("--set=" + setting));
    arguments.add("--pgdata=" + folder);
    return programs.run("initdb", arguments.toArray(String[]::new));
  }
}
