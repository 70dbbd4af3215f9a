package dev.hexdesk.bootstrap.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Whatever is killed, the next start finds what was committed. */
class CrashTest extends ClusterTest {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String ENDLESS =
      "SELECT sum(a * b) FROM generate_series(1, 100000) a, generate_series(1, 100000) b";

  private long postmaster() {
    return PostmasterFile.read(data.resolve("cluster")).orElseThrow().pid();
  }

  private void assertKept(String... notes) throws Exception {
    try (EmbeddedPostgres postgres = start()) {
      assertThat(Database.of(postgres).kept()).containsExactly(notes);
    }
  }

  @Test
  void launchesAKilledServerAgainAtTheSameAddress() throws Exception {
    try (EmbeddedPostgres postgres = start()) {
      Database database = Database.of(postgres);
      for (String note : List.of("1", "2")) {
        database.keep(note);
        long killed = postmaster();
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();
        assertThat(Await.until(LIMIT, () -> !isAlive(killed) && database.answers())).isTrue();
      }
      assertThat(database.kept()).containsExactly("1", "2");
    }
  }

  @Test
  void survivesTheKillOfTheJvm() throws Exception {
    try (ChildJvm child = ChildJvm.on(data)) {
      child.awaitReady().keep("note");
      child.kill();
    }
    assertKept("note");
  }

  @Test
  void survivesTheKillOfJvmAndServer() throws Exception {
    try (ChildJvm child = ChildJvm.on(data)) {
      child.awaitReady().keep("note");
      // Stopped, it cannot launch the server again.
      signal("STOP", child.pid());
      ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();
      child.kill();
    }
    assertThat(data.resolve("cluster/postmaster.pid")).exists();
    assertKept("note");
  }

  @Test
  void endsAWorkerThatDoesNotNoticeThatItsServerWasKilled() throws Exception {
    try (ChildJvm child = ChildJvm.on(data)) {
      Database database = child.awaitReady();
      database.keep("note");
      Thread busy = Thread.ofVirtual().start(() -> database.answersTo(ENDLESS));
      assertThat(Await.until(LIMIT, () -> database.isBusyWith(ENDLESS))).isTrue();
      signal("STOP", child.pid());
      ProcessHandle.of(postmaster()).orElseThrow().destroyForcibly();
      child.kill();
      assertKept("note");
      busy.join();
    }
  }

  @Test
  void endsTheServerWithAJvmThatForgetsTo() throws Exception {
    Database database;
    try (ChildJvm child = ChildJvm.on(data)) {
      database = child.awaitReady();
      database.keep("note");
      child.terminate();
    }
    assertThat(Await.until(LIMIT, () -> !database.answers())).isTrue();
    assertKept("note");
  }

  @Test
  void leavesAProcessAloneThatGotTheOldNumber() throws Exception {
    keepNote();
    Process innocent = new ProcessBuilder("sleep", "1000").start();
    pretendRunning(innocent.pid());

    assertKept("note");

    assertThat(innocent.isAlive()).isTrue();
    innocent.destroy();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void isNotHeldUpByADeadServerThatNobodyBuries() throws Exception {
    keepNote();
    // The child of a shell that has become someone who does not care for children, and ends only
    // then; as the server's user, for PostgreSQL overlooks the processes of others.
    String script = "until grep -q sleep /proc/$$/comm; do :; done & echo $!; exec sleep 1000";
    Process parent =
        PosixAccount.ofThisProcess().isRoot()
            ? new ProcessBuilder("setpriv", "--reuid=65534", "sh", "-c", script).start()
            : new ProcessBuilder("sh", "-c", script).start();
    long dead = Long.parseLong(parent.inputReader().readLine());
    assertThat(Await.until(LIMIT, () -> ClusterProcesses.isDead(dead))).isTrue();
    pretendRunning(dead);

    assertKept("note");

    parent.destroy();
  }

  private void keepNote() throws Exception {
    try (EmbeddedPostgres postgres = start()) {
      Database.of(postgres).keep("note");
    }
  }

  private void pretendRunning(long pid) throws Exception {
    String cluster = data.resolve("cluster").toString();
    Files.write(
        data.resolve("cluster/postmaster.pid"),
        List.of(Long.toString(pid), cluster, "1", "1", "", "", "1 1", "ready"));
  }

  private static boolean isAlive(long pid) {
    return ProcessHandle.of(pid).isPresent();
  }

  private static void signal(String name, long pid) throws Exception {
    assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor())
        .isZero();
  }
}
