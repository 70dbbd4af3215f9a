package dev.hexdesk.bootstrap.postgres;

import dev.hexdesk.bootstrap.cli.CLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * The account that the server runs under, the command that gets it there, and whether the system
 * shuts the server down by itself when this JVM ends, even by {@code kill -9}.
 */
record ServerAccount(PosixAccount owner, List<String> prefix, boolean endsWithUs) {
  // A session of its own keeps a terminal's Ctrl-C away from the server: the application drains its
  // requests first. SIGINT at the end of the launching thread is PostgreSQL's fast shutdown.
  private static final List<String> AS_OURSELVES = List.of("setsid", "setpriv", "--pdeathsig=INT");

  // Reading and searching what is not its own, and never writing it: enough to come to a data
  // folder below a private one such as /root. Without the secure bit, access(2), by which
  // PostgreSQL looks for its own program, leaves capabilities out of account.
  private static final List<String> REACH_ANYWHERE =
      List.of(
          "--inh-caps=+dac_read_search",
          "--ambient-caps=+dac_read_search",
          "--securebits=+no_setuid_fixup");

  /** The first way that is seen to work for the programs in {@code bin}. */
  static ServerAccount choose(DataFolder data, Path bin) throws IOException, InterruptedException {
    PosixAccount ourselves = PosixAccount.ofThisProcess();
    List<ServerAccount> ways =
        ourselves.isRoot() ? waysFromRoot(unprivileged(data)) : waysOf(ourselves);
    List<String> failures = new ArrayList<>();
    for (ServerAccount way : ways) {
      String failure = way.failureOf(bin);
      if (failure.isEmpty()) {
        return way;
      }
      failures.add("  " + failure);
    }
    throw cannotRun(data, ways.getLast().owner(), failures);
  }

  /** Root's PostgreSQL runs as whoever has the data already, or whose folder it is. */
  private static PosixAccount unprivileged(DataFolder data) throws IOException {
    for (Path path : List.of(data.cluster(), data.root())) {
      if (Files.exists(path) && !PosixAccount.of(path).isRoot()) {
        return PosixAccount.of(path);
      }
    }
    return PosixAccount.NOBODY;
  }

  private static List<ServerAccount> waysFromRoot(PosixAccount owner) {
    List<String> drop =
        Stream.concat(
                AS_OURSELVES.stream(),
                Stream.of("--reuid=" + owner.uid(), "--regid=" + owner.gid(), "--clear-groups"))
            .toList();
    List<String> reach = Stream.concat(drop.stream(), REACH_ANYWHERE.stream()).toList();
    return List.of(new ServerAccount(owner, drop, true), new ServerAccount(owner, reach, true));
  }

  private static List<ServerAccount> waysOf(PosixAccount owner) {
    return List.of(
        new ServerAccount(owner, AS_OURSELVES, true), new ServerAccount(owner, List.of(), false));
  }

  /** What goes wrong when the server's program says its version in this way, or nothing. */
  private String failureOf(Path bin) throws InterruptedException {
    try {
      ServerPrograms.Outcome outcome = new ServerPrograms(bin, prefix).run("postgres", "--version");
      return outcome.succeeded() ? "" : outcome.output().strip();
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static EmbeddedPostgresException cannotRun(
      DataFolder data, PosixAccount owner, List<String> failures) throws IOException {
    if (CLibrary.isMusl()) {
      return new EmbeddedPostgresException(CLibrary.NEEDED);
    }
    if (MountOptions.forbidPrograms(data.root())) {
      return new EmbeddedPostgresException(
          """
          PostgreSQL can't run from %s, as that volume is mounted noexec: set HEXDESK_DATA to a \
          folder on another one, or HEXDESK_DB_URL to a PostgreSQL of your own.\
          """
              .formatted(data.root()));
    }
    return new EmbeddedPostgresException(
        """
        PostgreSQL cannot run as user %d from the data folder %s:
        %s
        As root, set HEXDESK_DATA to a folder that this user can reach, such as /var/lib/hexdesk,
        or start Hexdesk as an ordinary user. To use a PostgreSQL of your own, set HEXDESK_DB_URL.\
        """
            .formatted(owner.uid(), data.root(), String.join("\n", new LinkedHashSet<>(failures))));
  }
}
