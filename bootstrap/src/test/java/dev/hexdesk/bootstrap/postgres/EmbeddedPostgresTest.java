package dev.hexdesk.bootstrap.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder from its first start to the next ones. */
class EmbeddedPostgresTest {
  private final List<String> progress = new ArrayList<>();
  private Path data;

  @BeforeEach
  void prepareFolder(@TempDir Path folder) throws Exception {
    data = DataFolders.withCluster(folder);
  }

  private EmbeddedPostgres start() {
    progress.clear();
    return EmbeddedPostgres.start(data, progress::add);
  }

  @Test
  void startsFromNothing(@TempDir Path folder) throws Exception {
    data = folder.resolve("not yet/there");

    try (EmbeddedPostgres postgres = start()) {
      assertThat(Database.of(postgres).answers()).isTrue();
    }
    assertThat(progress)
        .anyMatch(line -> line.startsWith("Unpacking"))
        .anyMatch(line -> line.startsWith("Creating"))
        .anyMatch(line -> line.startsWith("Starting"));
  }

  @Test
  void findsEverythingAgainAtTheNextStart() throws Exception {
    try (EmbeddedPostgres postgres = start()) {
      Database.of(postgres).keep("grüße");
    }
    try (EmbeddedPostgres postgres = start()) {
      assertThat(Database.of(postgres).kept()).containsExactly("grüße");
    }
    assertThat(progress).singleElement().asString().startsWith("Starting PostgreSQL");
  }

  @Test
  void makesNewPasswordsWhenTheFileIsLost() throws Exception {
    try (EmbeddedPostgres postgres = start()) {
      Database.of(postgres).keep("note");
    }
    Files.delete(data.resolve("pgpass"));

    try (EmbeddedPostgres postgres = start()) {
      assertThat(Database.of(postgres).kept()).containsExactly("note");
    }
  }

  @Test
  void unpacksTheProgramsAgainWhenOneIsDamaged() throws Exception {
    Path program = data.resolve("postgresql-18.6.0/bin/initdb");
    Files.delete(program);
    Files.createFile(program);

    start().close();

    assertThat(program).isNotEmptyFile().isExecutable();
  }

  @Test
  void deletesTheProgramsOfOtherVersionsOnly() throws Exception {
    Path older = Files.createDirectory(data.resolve("postgresql-17.1.0"));
    Files.writeString(older.resolve("contents.txt"), "");
    Path someones = Files.createDirectory(data.resolve("postgresql-backup"));

    start().close();

    assertThat(older).doesNotExist();
    assertThat(someones).exists();
  }

  @Test
  void startsOverAfterAFirstStartThatWasCutShort(@TempDir Path folder) throws Exception {
    data = DataFolders.withPrograms(folder);
    Files.createDirectory(data.resolve("cluster.unfinished"));
    Files.writeString(data.resolve("cluster.unfinished/PG_VERSION"), "");
    Files.writeString(data.resolve("pgpass.unfinished"), "127.0.0.1:");

    try (EmbeddedPostgres postgres = start()) {
      assertThat(Database.of(postgres).answers()).isTrue();
    }
  }

  @Test
  void closesTwice() {
    EmbeddedPostgres postgres = start();
    postgres.close();
    postgres.close();

    assertThat(Database.of(postgres).answers()).isFalse();
    assertThat(data.resolve("cluster/postmaster.pid")).doesNotExist();
  }
}
