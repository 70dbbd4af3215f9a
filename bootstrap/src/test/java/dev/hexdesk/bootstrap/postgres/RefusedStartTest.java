package dev.hexdesk.bootstrap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** What an operator is told when the server cannot start. */
class RefusedStartTest extends ClusterTest {
  private void assertRefused(String... words) {
    assertThatThrownBy(this::start)
        .isInstanceOf(EmbeddedPostgresException.class)
        .hasMessageContainingAll(words);
  }

  @Test
  void namesTheHolderInTheSameProcess() throws Exception {
    try (EmbeddedPostgres postgres = start()) {
      assertRefused(data.toString(), "process " + ProcessHandle.current().pid(), "HEXDESK_DATA");
      assertThat(Database.of(postgres).answers()).isTrue();
      // To have been asked must not have cost the holder its lock.
      try (ChildJvm other = ChildJvm.on(data)) {
        assertThat(other.readLine()).startsWith("refused ");
      }
    }
  }

  @Test
  void namesTheHolderInAnotherProcess() throws Exception {
    try (ChildJvm holder = ChildJvm.on(data)) {
      Database database = holder.awaitReady();
      assertRefused(data.toString(), "process " + holder.pid(), "HEXDESK_DATA");
      assertThat(database.answers()).isTrue();
    }
    start().close();
  }

  @Test
  void refusesTheDataOfAnotherMajorVersion() throws Exception {
    Files.writeString(data.resolve("cluster/PG_VERSION"), "17\n");

    assertRefused("PostgreSQL 17", "PostgreSQL 18", data.resolve("cluster").toString());
  }

  @Test
  void showsTheServersOwnLastWords() throws Exception {
    Files.writeString(data.resolve("cluster/postgresql.conf"), "no_such_setting = 1\n");

    assertRefused("no_such_setting", "postgres.log");
  }

  @Test
  void refusesAFileInPlaceOfTheFolder() throws Exception {
    data = Files.createFile(data.resolve("file"));

    assertRefused(data.toString(), "HEXDESK_DATA");
  }
}
