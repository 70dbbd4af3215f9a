package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.bootstrap.postgres.FileTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The day on which the database is lost. */
@Order(1)
@Timeout(300)
class BackupTest {
  /** Somebody who writes, and keeps what the server has confirmed. */
  private static final class Ledger implements AutoCloseable {
    private final TestClient caller;
    private final long employee;
    private final Map<Long, ServerResponse> confirmed = new ConcurrentSkipListMap<>();
    private final BackgroundWork work;

    Ledger(TestClient caller, long employee) {
      this.caller = caller;
      this.employee = employee;
      this.work = new BackgroundWork(this::write, () -> {});
    }

    private void write() {
      ServerResponse ticket =
          caller.post("/tickets", ServerFixture.ticketBody(employee)).expect(201);
      caller
          .post(
              "/tickets/" + ticket.id() + "/comments",
              Json.object().put("body", "Said of " + ticket.id()).put("visibility", "public"))
          .expect(201);
      confirmed.put(ticket.id(), caller.get("/tickets/" + ticket.id()).expect(200));
    }

    void awaitConfirmed(int count) {
      while (confirmed.size() < count && !work.hasEnded()) {
        Thread.onSpinWait();
      }
    }

    @Override
    public void close() throws Exception {
      work.close();
    }
  }

  @Test
  void allThatWasCommittedBeforeTheBackupIsThereAgain() throws Exception {
    Map<Long, ServerResponse> before;
    Person bob;
    TestServer first = TestServer.start(Installation.prepared());
    Path file = first.installation().folder().resolve("nightly");
    bob = first.given().user("support");
    long employee = first.given().employee();
    try (Ledger ledger = new Ledger(first.as(bob), employee)) {
      ledger.awaitConfirmed(20);
      before = new TreeMap<>(ledger.confirmed);

      Program.Ended backup = Program.run(first.installation(), "backup", file.toString());

      assertThat(backup.code()).as(backup.messages()).isZero();
      assertThat(backup.results()).contains(" rows to " + file);
      assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
      ledger.awaitConfirmed(ledger.confirmed.size() + 1);
      Program.Ended meanwhile = Program.run(first.installation(), "restore", file.toString());
      assertThat(meanwhile.code()).isNotZero();
      assertThat(meanwhile.messages()).contains("A server works on this database");
    }
    Installation installation = first.stop();
    new FileTree(installation.data()).delete();

    Program.Ended restored = Program.run(installation, "restore", file.toString());

    assertThat(restored.code()).as(restored.messages()).isZero();
    assertThat(restored.results()).contains("Restored ");
    try (TestServer second = TestServer.start(installation)) {
      TestClient again = second.as(second.login(bob.username(), Installation.PASSWORD));
      List<Long> lost = new ArrayList<>();
      before.forEach(
          (id, ticket) -> {
            ServerResponse read = again.get("/tickets/" + id);
            if (read.status() != 200 || !read.json().equals(ticket.json())) {
              lost.add(id);
            }
          });
      assertThat(lost).isEmpty();
      long one = before.keySet().iterator().next();
      assertThat(again.get("/tickets/" + one + "/comments").expect(200).text())
          .contains("Said of " + one);
      assertThat(again.get("/tickets?limit=100&q=said+of+" + one).expect(200).ids()).contains(one);
      // The token of before is still good, as the secret is not in the backup.
      second.as(bob).get("/me").expect(200);
      long next = again.post("/tickets", ServerFixture.ticketBody(employee)).expect(201).id();
      assertThat(next).isGreaterThan(before.keySet().stream().max(Long::compare).orElseThrow());
      second.stop();

      // In the place of what is there; of the history, too, which otherwise only grows.
      Program.Ended replaced = Program.run(installation, "restore", "--replace", file.toString());
      assertThat(replaced.code()).as(replaced.messages()).isZero();
    }
  }
}
