package dev.hexdesk.bootstrap.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** A server that an earlier run left behind on the cluster: alive, ending, or only its pid file. */
record StaleServer(Path cluster, ServerPrograms programs) {
  private static final Duration FAST_SHUTDOWN = Duration.ofSeconds(60);
  private static final Duration ORPHANS_NOTICE = Duration.ofSeconds(3);
  private static final Duration IMMEDIATE_SHUTDOWN = Duration.ofSeconds(10);
  private static final Duration DEATH = Duration.ofSeconds(2);

  /** Returns when nothing works on the cluster any more. Only its own server is ever signalled. */
  void stop(Consumer<String> progress) throws IOException, InterruptedException {
    if (!Files.exists(PostmasterFile.in(cluster))) {
      return;
    }
    long pid = PostmasterFile.read(cluster).map(PostmasterFile::pid).orElse(-1L);
    List<Long> running = running(pid);
    if (!running.isEmpty()) {
      progress.accept("Waiting for the PostgreSQL of an earlier run to stop (process " + pid + ")");
      end(pid, running.contains(pid));
    }
    forgetReusedPid(pid);
  }

  private void end(long pid, boolean postmasterLives) throws IOException, InterruptedException {
    if (postmasterLives) {
      signal("INT", pid);
    }
    // Without a postmaster its workers end by themselves, at the latest after their statement.
    if (isGone(pid, postmasterLives ? FAST_SHUTDOWN : ORPHANS_NOTICE)) {
      return;
    }
    for (long process : running(pid)) {
      signal("QUIT", process);
    }
    if (!isGone(pid, IMMEDIATE_SHUTDOWN)) {
      throw new EmbeddedPostgresException(
          """
          A PostgreSQL of an earlier run still works on %s and does not end: processes %s.
          End them, then start again.\
          """
              .formatted(cluster, running(pid)));
    }
  }

  private boolean isGone(long pid, Duration limit) throws InterruptedException {
    return Await.until(limit, () -> running(pid).isEmpty());
  }

  private List<Long> running(long pid) {
    return ClusterProcesses.on(cluster, pid);
  }

  private void signal(String name, long pid) throws IOException, InterruptedException {
    programs.run("pg_ctl", "kill", name, Long.toString(pid));
  }

  /**
   * PostgreSQL takes any process of the noted number for its server: a dead one that its parent has
   * not asked after, or another that the system gave the number to. Without certainty the file
   * stays, and PostgreSQL decides.
   */
  private void forgetReusedPid(long pid) throws IOException, InterruptedException {
    // A process at its very end is for a moment neither the one nor the other.
    Await.until(DEATH, () -> ProcessHandle.of(pid).isEmpty() || isHarmless(pid));
    if (isHarmless(pid)) {
      Files.deleteIfExists(PostmasterFile.in(cluster));
    }
  }

  private boolean isHarmless(long pid) {
    return ClusterProcesses.isDead(pid) || ClusterProcesses.isElsewhere(pid, cluster);
  }
}
