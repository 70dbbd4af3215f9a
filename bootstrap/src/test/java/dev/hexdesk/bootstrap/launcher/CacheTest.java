package dev.hexdesk.bootstrap.launcher;

import static java.nio.file.attribute.PosixFilePermission.OTHERS_EXECUTE;
import static java.nio.file.attribute.PosixFilePermission.OTHERS_READ;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The cache of what Java has learnt: that it is made and used, and never with other jars than those
 * that it was made from, since Java itself may take it and run the old classes.
 */
class CacheTest {
  private static final String USE = "-XX:AOTCache=";

  private FakeInstallation installation;
  private Path library;

  @BeforeEach
  void install(@TempDir Path root) throws Exception {
    installation = new FakeInstallation(root).withJarOnly();
    library = installation.home().resolve("lib/library.jar");
    Files.writeString(library, "old classes");
    installation.jdk("usr/lib/jvm/25", "25.0.3");
  }

  private Launch launch() {
    return new Launch(installation);
  }

  /** The cache that the server was started with, if any. */
  private List<String> used() throws Exception {
    return used(launch());
  }

  private static List<String> used(Launch launch) throws Exception {
    Launch.Result serve = launch.run("serve");
    assertThat(serve.status()).as("%s", serve).isZero();
    return serve.values("argument").stream().filter(each -> each.startsWith(USE)).toList();
  }

  private void make() throws Exception {
    Launch.Result made = launch().run("aot");
    assertThat(made.status()).as("%s", made).isZero();
  }

  private List<Path> caches() throws Exception {
    Path folder = installation.home().resolve("aot");
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  @Test
  void isUsedByTheServerOnceItIsMade() throws Exception {
    assertThat(used()).isEmpty();

    make();

    assertThat(used()).singleElement().asString().matches(USE + "\\./aot/[0-9a-f]{64}\\.aot");
    assertThat(used(launch().with("HEXDESK_AOT", "off"))).isEmpty();
    assertThat(launch().run("check").values("argument")).noneMatch(each -> each.startsWith(USE));
  }

  @Test
  void isNotUsedForAJarThatWasChangedInItsPlaceWithTheSameSizeAndTime() throws Exception {
    FileTime time = Files.getLastModifiedTime(library);
    make();

    Files.writeString(library, "new classes");
    Files.setLastModifiedTime(library, time);

    assertThat(used()).isEmpty();
  }

  @Test
  void isNotUsedForAJarThatTookTheOldOnesPlace() throws Exception {
    FileTime time = Files.getLastModifiedTime(library);
    Path other = installation.root().resolve("other.jar");
    Files.writeString(other, "new classes");
    Files.setLastModifiedTime(other, time);
    make();

    Files.move(other, library, StandardCopyOption.REPLACE_EXISTING);

    assertThat(used()).isEmpty();
  }

  @Test
  void isNotUsedForMoreOrFewerJars() throws Exception {
    make();
    Path more = Files.writeString(installation.home().resolve("lib/more.jar"), "more");
    assertThat(used()).isEmpty();

    Files.delete(more);
    assertThat(used()).hasSize(1);
    Files.delete(library);
    assertThat(used()).isEmpty();
  }

  @Test
  void isNotUsedWithAnotherJava() throws Exception {
    make();

    Path other = installation.jdk("other", "25.0.4");

    assertThat(used(launch().with("HEXDESK_JAVA_HOME", other))).isEmpty();
  }

  @Test
  void isMadeAnewForNewJarsInPlaceOfTheOld() throws Exception {
    make();
    List<String> before = used();
    Files.writeString(library, "new classes");

    make();

    assertThat(used()).hasSize(1).isNotEqualTo(before);
  }

  @Test
  void isForWhoeverRunsTheServerAndNotForItsMakerAlone() throws Exception {
    Path script = installation.bin().resolve("strict");
    Files.writeString(
        script, "#!/bin/sh\numask 077\nexec \"%s\" \"$@\"\n".formatted(home("hexdesk")));
    assertThat(script.toFile().setExecutable(true)).isTrue();

    assertThat(launch().as(script).run("aot").status()).isZero();

    assertThat(Files.getPosixFilePermissions(caches().getFirst())).contains(OTHERS_READ);
    assertThat(Files.getPosixFilePermissions(home("aot"))).contains(OTHERS_READ, OTHERS_EXECUTE);
  }

  private Path home(String name) {
    return installation.home().resolve(name);
  }

  @Test
  void isNotMadeFromJarsThatChangeMeanwhile() throws Exception {
    installation.training("echo new > lib/library.jar").jdk("usr/lib/jvm/25", "25.0.3");

    assertThat(launch().run("aot").status()).isEqualTo(1);
    assertThat(caches()).isEmpty();
    assertThat(used()).isEmpty();
  }

  @Test
  void isMadeAfterABuildAndMissedByNobodyWhenThatFails(@TempDir Path root) throws Exception {
    installation = new FakeInstallation(root).withSources();
    installation.build(
        """
        mkdir -p bootstrap/target/lib
        echo jar > bootstrap/target/lib/library.jar
        touch bootstrap/target/hexdesk.jar
        """);
    installation.training("echo 'hexdesk: no room'; exit 1").jdk("usr/lib/jvm/25", "25.0.3");

    Launch.Result failed = launch().run("serve");
    assertThat(failed.status()).isZero();
    assertThat(failed.errors()).contains("hexdesk: no room");
    assertThat(failed.errors()).last().asString().contains("starts without");

    installation.training("").jdk("usr/lib/jvm/25", "25.0.3");
    assertThat(used()).hasSize(1);
  }
}
