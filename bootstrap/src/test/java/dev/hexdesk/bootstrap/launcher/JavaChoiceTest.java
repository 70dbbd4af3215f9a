package dev.hexdesk.bootstrap.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of the JDKs of a machine the launcher takes. */
class JavaChoiceTest {
  private FakeInstallation installation;

  @BeforeEach
  void install(@TempDir Path root) throws Exception {
    installation = new FakeInstallation(root).withJarOnly();
  }

  private Launch launch() {
    return new Launch(installation);
  }

  private static String javaOf(Launch launch) throws Exception {
    return launch.run("check").value("java");
  }

  @Test
  void prefersWhatIsNamedForHexdeskThenForJavaThenThePath() throws Exception {
    Path named = installation.jdk("named", "25");
    Path javaHome = installation.jdk("java-home", "25.0.1+8");
    Path jdkHome = installation.jdk("jdk-home", "25.0.2");
    Path onPath = installation.jdk("on-path", "25-ea");
    Path usual = installation.jdk("usr/lib/jvm/25", "25.0.3");

    Launch launch = launch();
    assertThat(javaOf(launch)).isEqualTo(usual.toString());
    Files.createSymbolicLink(installation.bin().resolve("java"), onPath.resolve("bin/java"));
    assertThat(javaOf(launch)).isEqualTo(onPath.toString());
    assertThat(javaOf(launch.with("JDK_HOME", jdkHome))).isEqualTo(jdkHome.toString());
    assertThat(javaOf(launch.with("JAVA_HOME", javaHome))).isEqualTo(javaHome.toString());
    assertThat(javaOf(launch.with("HEXDESK_JAVA_HOME", named))).isEqualTo(named.toString());
  }

  @Test
  void prefersTheOneThatCameWithItToThoseOfTheMachine() throws Exception {
    Path named = installation.jdk("named", "25");
    Path javaHome = installation.jdk("java-home", "25");
    Path brought = installation.jdk("some where/hexdesk home/runtime", "25.0.3");

    Launch launch = launch().with("JAVA_HOME", javaHome);
    assertThat(javaOf(launch)).isEqualTo(brought.toString());
    assertThat(javaOf(launch.with("HEXDESK_JAVA_HOME", named))).isEqualTo(named.toString());
  }

  @Test
  void passesOverOtherVersions() throws Exception {
    Path old = installation.jdk("usr/lib/jvm/17", "17.0.15");
    installation.jdk("usr/lib/jvm/250", "250.1");
    Path right = installation.jdk("usr/lib/jvm/zulu", "25.0.3");
    Files.createSymbolicLink(installation.bin().resolve("java"), old.resolve("bin/java"));

    assertThat(javaOf(launch().with("JAVA_HOME", old))).isEqualTo(right.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "opt/temurin",
        "user/.sdkman/candidates/java/25-tem",
        "user/.jdks/temurin-25",
        "Library/Java/JavaVirtualMachines/temurin-25.jdk/Contents/Home",
        "opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home"
      })
  void looksInTheUsualFolders(String folder) throws Exception {
    Path jdk = installation.jdk(folder, "25.0.3");

    assertThat(javaOf(launch())).isEqualTo(jdk.toString());
  }

  @Test
  void asksAVersionManagersScriptForTheRealHome() throws Exception {
    Path managed = installation.jdk("managed", "25.0.3");
    Path script = installation.jdk("shims", "none").resolve("bin/java");
    Files.delete(installation.root().resolve("shims/release"));
    Files.writeString(script, "#!/bin/sh\necho '    java.home = " + managed + "' >&2\n");
    Files.createSymbolicLink(installation.bin().resolve("java"), script);

    assertThat(javaOf(launch())).isEqualTo(managed.toString());
  }

  @Test
  void asksAJavaThatHasNoReleaseFile() throws Exception {
    Path jdk = installation.jdk("opt/jdk", "none");
    Files.delete(jdk.resolve("release"));
    Files.writeString(
        jdk.resolve("bin/java"), "#!/bin/sh\necho 'openjdk version \"25.0.3\"'\necho java " + jdk);

    assertThat(javaOf(launch())).isEqualTo(jdk.toString());
  }

  @Test
  void refusesAWrongOneThatWasNamedForHexdesk() throws Exception {
    Path old = installation.jdk("old", "17.0.15");
    installation.jdk("usr/lib/jvm/25", "25.0.3");

    Launch.Result result = launch().with("HEXDESK_JAVA_HOME", old).run("check");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.errors())
        .singleElement()
        .asString()
        .contains("HEXDESK_JAVA_HOME", old.toString());
  }

  @Test
  void saysWhatToInstallWhenThereIsNone() throws Exception {
    installation.jdk("usr/lib/jvm/17", "17.0.15");

    Launch.Result result = launch().run("check");

    assertThat(result.status()).isEqualTo(1);
    assertThat(String.join("\n", result.errors()))
        .contains("no Java 25 found", "apt install", "brew install", "HEXDESK_JAVA_HOME");
  }

  @Test
  void wantsACompilerOnlyWhereItMayHaveToBuild() throws Exception {
    Path runtime = installation.jdk("opt/jre", "25.0.3");
    Files.delete(runtime.resolve("bin/javac"));
    assertThat(javaOf(launch())).isEqualTo(runtime.toString());

    installation.withSources();
    Launch.Result result = launch().run("check");
    assertThat(String.join("\n", result.errors())).contains("no JDK 25 found");
  }
}
