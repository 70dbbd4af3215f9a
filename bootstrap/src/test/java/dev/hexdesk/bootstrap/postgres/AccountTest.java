package dev.hexdesk.bootstrap.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Started as root or as someone, the server runs as someone, and each can come to the data. */
@EnabledIf("isRoot")
class AccountTest {
  private Path folder;
  private Path data;

  static boolean isRoot() {
    return PosixAccount.ofThisProcess().isRoot();
  }

  @BeforeEach
  void prepareFolder(@TempDir Path folder) throws Exception {
    this.folder = DataFolders.open(folder);
    data = DataFolders.withCluster(folder);
  }

  /** As if nobody had started a server here yet. */
  private void forgetCluster() throws Exception {
    new FileTree(data.resolve("cluster")).delete();
    Files.delete(data.resolve("pgpass"));
  }

  private EmbeddedPostgres start() {
    return EmbeddedPostgres.start(data, line -> {});
  }

  private String classPath() throws Exception {
    return DataFolders.copyClassPath(folder.resolve("classpath"));
  }

  private PosixAccount serverProcess() throws Exception {
    long pid = PostmasterFile.read(data.resolve("cluster")).orElseThrow().pid();
    return PosixAccount.of(Path.of("/proc/" + pid));
  }

  @Test
  void runsAsNobodyForRoot() throws Exception {
    forgetCluster();
    try (EmbeddedPostgres postgres = start()) {
      assertThat(Database.of(postgres).answers()).isTrue();
      assertThat(serverProcess()).isEqualTo(PosixAccount.NOBODY);
      assertThat(PosixAccount.of(data.resolve("cluster"))).isEqualTo(PosixAccount.NOBODY);
    }
  }

  /** As under OpenShift, which makes the number up. */
  @Test
  void needsANameToMakeADatabase() throws Exception {
    forgetCluster();
    new FileTree(data).giveTo(new PosixAccount(1_000_650_000, 0));

    assertThatThrownBy(this::start)
        .isInstanceOf(EmbeddedPostgresException.class)
        .hasMessageStartingWith("PostgreSQL can't make its database: no name for uid 1000650000")
        .hasMessageEndingWith("add it to /etc/passwd, or use HEXDESK_DB_URL.");
  }

  @Test
  void comesToAFolderBelowOneOfRootsOwn() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));

    try (EmbeddedPostgres postgres = start()) {
      assertThat(Database.of(postgres).answers()).isTrue();
      assertThat(serverProcess()).isEqualTo(PosixAccount.NOBODY);
    }
  }

  @Test
  void givesNobodyTheDataThatRootCopiedBack() throws Exception {
    new FileTree(data.resolve("cluster")).giveTo(new PosixAccount(0, 0));

    try (EmbeddedPostgres postgres = start()) {
      assertThat(Database.of(postgres).answers()).isTrue();
    }
  }

  @Test
  void runsAsThePersonWhoseFolderItIs() throws Exception {
    // initdb wants a user with a name: the second of all systems has one.
    PosixAccount someone = new PosixAccount(1, 1);
    forgetCluster();
    someone.take(data);

    try (EmbeddedPostgres postgres = start()) {
      assertThat(serverProcess()).isEqualTo(someone);
    }
    assertThat(data).isDirectoryNotContaining(path -> !isOwnedBy(someone, path));
  }

  @Test
  void writesNowhereThatOnlyRootMay() throws Exception {
    Path ours = Files.writeString(folder.resolve("ours"), "root's\n");
    Files.setPosixFilePermissions(ours, PosixFilePermissions.fromString("rw-------"));
    new FileTree(data).giveTo(new PosixAccount(1, 1));
    Files.deleteIfExists(data.resolve("postgres.log"));
    Files.createSymbolicLink(data.resolve("postgres.log"), ours);

    assertThatThrownBy(this::start).isInstanceOf(EmbeddedPostgresException.class);
    assertThat(ours).hasContent("root's\n");
    assertThat(PosixAccount.of(ours).isRoot()).isTrue();
  }

  @Test
  void servesAnOrdinaryUser() throws Exception {
    forgetCluster();
    new FileTree(data).giveTo(PosixAccount.NOBODY);
    String classPath = classPath();
    try (ChildJvm child = ChildJvm.asNobody(classPath, data)) {
      child.awaitReady().keep("one");
      child.kill();
    }
    try (ChildJvm child = ChildJvm.asNobody(classPath, data)) {
      assertThat(child.awaitReady().kept()).containsExactly("one");
    }
    try (EmbeddedPostgres postgres = start()) {
      Database.of(postgres).keep("two");
    }
    try (ChildJvm child = ChildJvm.asNobody(classPath, data)) {
      assertThat(child.awaitReady().kept()).containsExactly("one", "two");
    }
  }

  @Test
  void takesOverTheServerThatOutlivedItsJvmForWantOfSetpriv() throws Exception {
    new FileTree(data).giveTo(PosixAccount.NOBODY);
    String classPath = classPath();
    try (ChildJvm child = ChildJvm.asNobodyWithoutSetpriv(classPath, data)) {
      Database database = child.awaitReady();
      database.keep("note");
      child.kill();
      assertThat(database.answers()).isTrue();
    }
    try (ChildJvm child = ChildJvm.asNobody(classPath, data)) {
      assertThat(child.awaitReady().kept()).containsExactly("note");
    }
  }

  @Test
  void shutsTheServerDownAtExitForWantOfSetpriv() throws Exception {
    new FileTree(data).giveTo(PosixAccount.NOBODY);
    try (ChildJvm child = ChildJvm.asNobodyWithoutSetpriv(classPath(), data)) {
      child.awaitReady();
      child.terminate();
    }
    assertThat(data.resolve("cluster/postmaster.pid")).doesNotExist();
  }

  @Test
  void tellsAnOrdinaryUserWhatToDoAboutAFolderThatIsNotHis() throws Exception {
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    try (ChildJvm child = ChildJvm.asNobody(classPath(), data)) {
      assertThat(child.readLine()).startsWith("refused ").contains(data.toString(), "HEXDESK_DATA");
    }
  }

  private static boolean isOwnedBy(PosixAccount owner, Path path) {
    try {
      return PosixAccount.of(path).equals(owner);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
