package dev.hexdesk.bootstrap.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The steps from a data folder, in whatever state it was left, to a server that serves it. */
final class Startup {
  private static final int PORTS_TO_TRY = 5;

  /** What PostgreSQL's programs say where the system does not know who they are. */
  private static final Pattern NAMELESS =
      Pattern.compile("could not look up effective user ID (\\d+)");

  private final DataFolder data;
  private final Consumer<String> progress;

  private Startup(DataFolder data, Consumer<String> progress) {
    this.data = data;
    this.progress = progress;
  }

  /** A server that answers. */
  record Running(PostgresSupervisor keeper, Passwords passwords, boolean endsWithUs) {}

  static Running run(DataFolder data, Consumer<String> progress) {
    Startup startup = new Startup(data, progress);
    try {
      return startup.run();
    } catch (InterruptedException e) {
      throw EmbeddedPostgresException.interrupted(e);
    } catch (IOException e) {
      throw startup.failure(e);
    }
  }

  private Running run() throws IOException, InterruptedException {
    ServerLog log = ServerLog.open(data.log());
    log.rotateWhenLarge();
    PostgresBinaries binaries = PostgresBinaries.onClassPath();
    Path bin = binaries.unpackInto(data, progress);
    ServerAccount account = ServerAccount.choose(data, bin);
    if (PosixAccount.ofThisProcess().isRoot()) {
      account.owner().take(log.file());
    }
    ServerPrograms programs = new ServerPrograms(bin, account.prefix());
    StaleServer leftover = new StaleServer(data.cluster(), programs);
    leftover.stop(progress);
    Passwords passwords = new Cluster(data, programs, account.owner()).prepare(progress);
    progress.accept("Starting PostgreSQL " + binaries.version());
    PostgresSupervisor keeper = launch(programs, log, leftover);
    binaries.deleteOthers(data);
    data.giveToItsOwner(bin.resolve("..").normalize());
    return new Running(keeper, passwords, account.endsWithUs());
  }

  private PostgresSupervisor launch(ServerPrograms programs, ServerLog log, StaleServer leftover)
      throws IOException, InterruptedException {
    for (int attempt = 1; ; attempt++) {
      PostgresSupervisor keeper =
          new PostgresSupervisor(
              new PostgresProcess(data.cluster(), programs, log, freePort()), leftover);
      if (keeper.start(progress)) {
        return keeper;
      }
      String words = log.lastLines();
      // Someone may take the port between our look and the server's.
      if (attempt == PORTS_TO_TRY || !words.contains("Address already in use")) {
        throw new IOException("It ended at once. The last lines of " + log.file() + ":\n" + words);
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private EmbeddedPostgresException failure(IOException e) {
    // The message of a failed file operation alone is often no more than the file's name.
    String words = e instanceof FileSystemException ? e.toString() : e.getMessage();
    Matcher nameless = NAMELESS.matcher(String.valueOf(words));
    if (nameless.find()) {
      return new EmbeddedPostgresException(
          ("PostgreSQL can't make its database: no name for uid %s; add it to /etc/passwd, or use"
                  + " HEXDESK_DB_URL.")
              .formatted(nameless.group(1)),
          e);
    }
    return new EmbeddedPostgresException(
        "PostgreSQL cannot start on %s: %s\n%s".formatted(data.root(), words, advice(words)), e);
  }

  private String advice(@Nullable String words) {
    String text = String.valueOf(words);
    // A server on a full disk cannot even write its log.
    if (text.contains("No space left on device") || data.isFull()) {
      return "The disk is full. Free some space, then start again; what is saved stays saved.";
    }
    if (text.contains("AccessDenied")
        || text.contains("Read-only")
        || text.contains("ermission denied")) {
      return "Let this user write the folder, or set HEXDESK_DATA to another one.";
    }
    return "To use a PostgreSQL of your own instead, set HEXDESK_DB_URL.";
  }
}
