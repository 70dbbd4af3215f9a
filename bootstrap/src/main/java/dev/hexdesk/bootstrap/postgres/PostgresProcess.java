package dev.hexdesk.bootstrap.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the server of one cluster is launched on one port, waited for and stopped. */
record PostgresProcess(Path cluster, ServerPrograms programs, ServerLog log, int port) {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresProcess.class);
  private static final File NOTHING = new File("/dev/null");

  // Replaying what a crash left takes its time, and interrupting it would only begin it anew.
  private static final Duration RECOVERY = Duration.ofMinutes(10);
  private static final Duration NEWS = Duration.ofSeconds(10);

  private static final Duration FAST_SHUTDOWN = Duration.ofSeconds(60);
  private static final Duration IMMEDIATE_SHUTDOWN = Duration.ofSeconds(10);

  // On the command line nothing in the cluster's configuration or in ALTER SYSTEM overrides them.
  private static final List<String> FIXED =
      List.of(
          "listen_addresses=127.0.0.1",
          "unix_socket_directories=",
          "fsync=on",
          "full_page_writes=on",
          "synchronous_commit=on",
          "log_destination=stderr",
          "logging_collector=off");

  /** Launches the server. With the thread that calls this, the server ends too. */
  Process launch() throws IOException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-D", cluster.toString(), "-p", Integer.toString(port)));
    FIXED.forEach(setting -> arguments.addAll(List.of("-c", setting)));
    return programs
        .appending(log.file(), "postgres", arguments)
        .redirectInput(NOTHING)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Whether the process serves; it does not when it has ended instead. */
  boolean awaitReady(Process process, Consumer<String> progress)
      throws InterruptedException, IOException {
    long end = System.nanoTime() + RECOVERY.toNanos();
    while (!Await.until(NEWS, () -> !process.isAlive() || isReady(process))) {
      if (System.nanoTime() - end > 0) {
        throw new IOException("PostgreSQL was not ready within " + RECOVERY.toMinutes() + " min");
      }
      progress.accept("PostgreSQL is still starting; see " + log.file());
    }
    return process.isAlive();
  }

  private boolean isReady(Process process) {
    return PostmasterFile.read(cluster)
        .filter(file -> file.pid() == process.pid() && file.ready())
        .isPresent();
  }

  /** Returns when the process has ended: cleanly if it can be had, by force if not. */
  void stop(Process process) throws InterruptedException {
    if (endsBy("INT", process, FAST_SHUTDOWN) || endsBy("QUIT", process, IMMEDIATE_SHUTDOWN)) {
      return;
    }
    LOG.warn("PostgreSQL does not stop and is killed; it will recover at its next start");
    process.destroyForcibly().waitFor();
  }

  private boolean endsBy(String signal, Process process, Duration limit)
      throws InterruptedException {
    if (!process.isAlive()) {
      return true;
    }
    try {
      programs.run("pg_ctl", "kill", signal, Long.toString(process.pid()));
    } catch (IOException e) {
      LOG.warn("PostgreSQL cannot be sent SIG{}", signal, e);
      return false;
    }
    return process.waitFor(limit.toNanos(), TimeUnit.NANOSECONDS);
  }
}
