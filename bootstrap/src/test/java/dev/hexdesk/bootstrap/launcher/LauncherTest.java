package dev.hexdesk.bootstrap.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the launcher is asked, where from, and what it hands on. */
class LauncherTest {
  private FakeInstallation installation;

  @BeforeEach
  void install(@TempDir Path root) throws Exception {
    installation = new FakeInstallation(root);
  }

  private Launch launch() {
    return new Launch(installation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--help", "-h", "help"})
  void helpsWithoutAnyJavaOrBuild(String argument) throws Exception {
    installation.withSources();

    Launch.Result result = argument.isEmpty() ? launch().run() : launch().run(argument);

    assertThat(result.status()).isZero();
    assertThat(String.join("\n", result.output())).contains("serve", "HEXDESK_DB_URL");
    assertThat(result.errors()).isEmpty();
    assertThat(installation.builds()).isEmpty();
  }

  @Test
  void refusesAnUnknownCommandWithoutABuild() throws Exception {
    installation.withSources().jdk("usr/lib/jvm/25", "25.0.3");

    Launch.Result result = launch().run("server");

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.output()).isEmpty();
    assertThat(result.errors()).contains("hexdesk: unknown command: server");
    assertThat(String.join("\n", result.errors())).contains("Usage:", "serve");
    assertThat(installation.builds()).isEmpty();
  }

  @Test
  void handsEverythingOnAsItIs() throws Exception {
    installation.withJarOnly().jdk("usr/lib/jvm/25", "25.0.3");

    Launch.Result result =
        launch().with("HEXDESK_JAVA_OPTS", "-Xmx1g l*").run("db", "rollback", "two words", "", "*");

    assertThat(result.values("argument"))
        .containsSubsequence("-Xmx1g", "l*", "-jar", "hexdesk.jar")
        .endsWith("hexdesk.jar", "db", "rollback", "two words", "", "*");
  }

  @Test
  void becomesJavaItselfSoThatSignalsReachIt() throws Exception {
    installation.withJarOnly().jdk("usr/lib/jvm/25", "25.0.3");

    Launch.Result result = launch().run("serve");

    assertThat(result.value("process")).isEqualTo(Long.toString(result.process()));
  }

  @Test
  void worksInItsOwnFolderThroughLinksFromAnywhere() throws Exception {
    installation.withJarOnly().jdk("usr/lib/jvm/25", "25.0.3");
    Path caller = Files.createDirectory(installation.root().resolve("caller"));
    Path absolute = caller.resolve("one");
    Files.createSymbolicLink(absolute, installation.home().resolve("hexdesk"));
    Path relative = installation.bin().resolve("two");
    Files.createSymbolicLink(relative, installation.bin().relativize(absolute));

    for (Path link : new Path[] {absolute, relative}) {
      Launch.Result result = launch().as(link).from(caller).run("serve");

      assertThat(result.value("folder")).isEqualTo(installation.home().toString());
    }
  }

  @Test
  void takesTheCallersPathsFromWhereTheCallerStands() throws Exception {
    installation.withJarOnly().jdk("usr/lib/jvm/25", "25.0.3");
    Path caller = Files.createDirectory(installation.root().resolve("caller"));

    Launch.Result result =
        launch()
            .from(caller)
            .with("HEXDESK_DATA", "my data")
            .run(
                "check",
                "my.yml",
                "--config",
                "other",
                "--file=sub/x",
                "--url=jdbc:postgresql://h/db",
                "/etc/x",
                "word");

    assertThat(result.value("data")).isEqualTo(caller + "/my data");
    assertThat(result.values("argument"))
        .endsWith(
            "check",
            caller + "/my.yml",
            "--config",
            caller + "/other",
            "--file=" + caller + "/sub/x",
            "--url=jdbc:postgresql://h/db",
            "/etc/x",
            "word");
  }

  @ParameterizedTest
  @CsvSource({
    "import employees STAFF.CSV --dry-run, 2",
    "import tickets old.jsonl --dry-run, 2",
    "import employees staff, 2",
    "import --dry-run --as olena employees staff, 5",
    "export tickets backup, 2",
    "export --as=olena tickets tickets, 3",
    "export employees employees --as olena, 2",
    "import --config /etc/hexdesk/config.yml employees staff, 4",
    "export tickets ../backup, 2",
    "export tickets -, -1",
    "import employees /dev/stdin, -1",
    "import employees - --dry-run, -1",
    "backup nightly, 1",
    "restore --replace nightly, 2",
    "log-level dev.hexdesk.rest.json DEBUG, -1",
    "export employees -- -staff.csv, 3",
    "import --dry-run employees -- -staff.csv, 4",
    "password staff, -1"
  })
  void theFileOfATransferIsTheCallersWhateverItIsCalled(String words, int file) throws Exception {
    installation.withJarOnly().jdk("usr/lib/jvm/25", "25.0.3");
    Path caller = Files.createDirectory(installation.root().resolve("the caller"));
    String[] arguments = words.split(" ");
    String[] handedOn = arguments.clone();
    if (file >= 0) {
      handedOn[file] = caller + "/" + arguments[file];
    }

    Launch.Result itself = launch().from(caller).run(arguments);
    Launch.Result byAScript =
        launch()
            .from(Files.createDirectories(installation.root().resolve("elsewhere")))
            .with("HEXDESK_CALLER", caller.toString())
            .run(arguments);

    assertThat(itself.values("argument")).endsWith(handedOn);
    assertThat(byAScript.values("argument")).endsWith(handedOn);
  }

  @Test
  void worksInItsOwnFolderAlsoForAScriptWhoseCallerStandsThere() throws Exception {
    installation.withJarOnly().jdk("usr/lib/jvm/25", "25.0.3");

    Launch.Result result =
        launch()
            .from(Files.createDirectory(installation.root().resolve("elsewhere")))
            .with("HEXDESK_CALLER", installation.home().toString())
            .run("import", "employees", "staff");

    assertThat(result.value("folder")).isEqualTo(installation.home().toString());
    assertThat(result.values("argument")).endsWith("import", "employees", "staff");
  }

  @Test
  void cutsWhatFilesFromElsewhereLeaveBehindValues() throws Exception {
    installation.withJarOnly().jdk("usr/lib/jvm/25", "25.0.3");

    assertThat(launch().with("HEXDESK_DATA", " /srv/my data \r\n").run("check").value("data"))
        .isEqualTo("/srv/my data");
  }

  /** Java reads names of files, and what is typed, as the locale says. */
  @ParameterizedTest
  @CsvSource({"UTF-8, ''", "ANSI_X3.4-1968, C.UTF-8", "ISO-8859-15, C.UTF-8"})
  void givesJavaALocaleThatKnowsAllCharacters(String charset, String given) throws Exception {
    installation.withJarOnly().jdk("usr/lib/jvm/25", "25.0.3");
    installation.program("locale", "echo " + charset);

    assertThat(launch().run("check").value("locale")).isEqualTo(given);
  }

  /** Java would read from, and write into, the first file that it opens. */
  @Test
  void givesJavaSomethingInThePlaceOfClosedStreams() throws Exception {
    installation.withJarOnly().jdk("usr/lib/jvm/25", "25.0.3");
    Path caller = installation.root().resolve("caller");
    String command = "#!/bin/sh\nexec '" + installation.home().resolve("hexdesk") + "' \"$@\" ";
    Files.writeString(caller, command + "<&-");
    assertThat(caller.toFile().setExecutable(true)).isTrue();
    assertThat(launch().as(caller).run("serve").value("input")).isEqualTo("open");

    Files.writeString(caller, command + "<&- >&-");
    assertThat(launch().as(caller).run("serve").errors()).doesNotContain("output closed");
  }

  @Test
  void neverBuildsWhereItIsInstalled() throws Exception {
    installation.withJarOnly().jdk("usr/lib/jvm/25", "25.0.3");
    installation.build("echo built >> builds");

    assertThat(launch().run("serve").status()).isZero();
    assertThat(installation.builds()).isEmpty();
  }

  @Test
  void saysWhenThereIsNothingToRun() throws Exception {
    Launch.Result result = launch().run("serve");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.errors()).singleElement().asString().contains("hexdesk.jar");
  }
}
