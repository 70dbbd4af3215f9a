package dev.hexdesk.bootstrap.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the launcher builds, and that nobody builds at the same time. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class BuildOnDemandTest {
  private FakeInstallation installation;
  private Path jdk;

  @BeforeEach
  void install(@TempDir Path root) throws Exception {
    installation = new FakeInstallation(root).withSources();
    jdk = installation.jdk("usr/lib/jvm/25", "25.0.3");
  }

  private Launch.Result launch() throws Exception {
    return new Launch(installation).run("check");
  }

  private void change(String name) throws Exception {
    Path file = installation.home().resolve(name);
    Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusSeconds(5)));
  }

  @Test
  void buildsOnceWithTheJdkItRunsOn() throws Exception {
    Launch.Result first = launch();
    Launch.Result second = launch();

    assertThat(installation.builds()).containsExactly(jdk + " -q -B -Dmaven.test.skip package");
    assertThat(first.errors()).anyMatch(line -> line.startsWith("Building Hexdesk"));
    assertThat(second.errors()).isEmpty();
    assertThat(second.value("java")).isEqualTo(jdk.toString());
  }

  @Test
  void keepsItsOutputToTheCommandsOwn() throws Exception {
    Launch.Result result = launch();

    assertThat(result.errors()).contains("a word of Maven's");
    assertThat(result.output()).doesNotContain("a word of Maven's");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pom.xml",
        "config.yml.template",
        "setup/setup.yml.template",
        "bootstrap/pom.xml",
        "bootstrap/src/main/java/Application.java",
        // What a deletion changes.
        "bootstrap/src/main/java"
      })
  void buildsAgainAfterAChange(String file) throws Exception {
    launch();
    change(file);
    launch();

    assertThat(installation.builds()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bootstrap/src/test/java/ApplicationTest.java", "setup/setup.yml"})
  void doesNotBuildForWhatIsNotInTheJar(String file) throws Exception {
    installation.write("setup/setup.yml");
    launch();
    change(file);
    launch();

    assertThat(installation.builds()).hasSize(1);
  }

  @Test
  void buildsAgainForWhatChangedDuringTheBuild() throws Exception {
    installation.build(
        """
        echo built >> builds
        source=bootstrap/src/main/java/Application.java
        until [ $source -nt target/hexdesk-build.start ]; do touch $source; done
        mkdir -p bootstrap/target
        touch bootstrap/target/hexdesk.jar
        """);
    launch();
    launch();

    assertThat(installation.builds()).hasSize(2);
  }

  @Test
  void runsNothingAfterAFailedBuild() throws Exception {
    installation.build("echo 'what is wrong'; exit 7");

    Launch.Result result = launch();

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.output()).isEmpty();
    assertThat(result.errors())
        .contains("what is wrong")
        .last()
        .asString()
        .contains("build failed");
    assertThat(installation.home().resolve("target")).isDirectoryNotContaining("glob:**.lock");
  }

  @Test
  void buildsOnceForTwoAtTheSameTime() throws Exception {
    installation.build(
        """
        echo built >> builds
        until [ -f go ]; do sleep 0.01; done
        mkdir -p bootstrap/target
        touch bootstrap/target/hexdesk.jar
        """);
    try (Launch.Running first = new Launch(installation).start("check")) {
      awaitUntil(() -> !installation.builds().isEmpty());
      try (Launch.Running second = new Launch(installation).start("check")) {
        awaitUntil(() -> second.hasSaid("process-" + builder(first)));
        Files.createFile(installation.home().resolve("go"));

        assertThat(first.await().status()).isZero();
        assertThat(second.await().status()).isZero();
      }
    }
    assertThat(installation.builds()).hasSize(1);
  }

  /** The process that builds for it. */
  private static long builder(Launch.Running launch) {
    return launch.process().children().findFirst().orElseThrow().pid();
  }

  /** The class's time limit is the end of it. */
  private static void awaitUntil(Callable<Boolean> condition) throws Exception {
    while (!condition.call()) {
      Thread.sleep(5);
    }
  }

  @Test
  void givesUpWhereItCannotWrite() throws Exception {
    Files.writeString(installation.bin().resolve("ln"), "#!/bin/sh\nexit 1\n");
    Files.writeString(installation.bin().resolve("sleep"), "#!/bin/sh\n");

    Launch.Result result = launch();

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.errors()).singleElement().asString().contains("target cannot be written");
    assertThat(installation.builds()).isEmpty();
  }

  @Test
  void passesOverTheLockOfABuildThatWasKilled() throws Exception {
    Process dead = new ProcessBuilder("sh", "-c", "exit").start();
    dead.waitFor();
    Path lock = installation.home().resolve("target/hexdesk-build.lock");
    Files.createDirectories(lock.getParent());
    Files.createSymbolicLink(lock, Path.of("process-" + dead.pid()));

    assertThat(launch().status()).isZero();
    assertThat(installation.builds()).hasSize(1);
  }
}
