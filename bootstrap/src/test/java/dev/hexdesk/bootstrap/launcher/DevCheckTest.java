package dev.hexdesk.bootstrap.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What {@code ./dev check} does about which change, in a repository with a build that only tells.
 */
@Timeout(120)
class DevCheckTest {
  private static final String DOMAIN = "domain/src/main/java/dev/hexdesk/domain/ticket/Ticket.java";
  private static final String STORE =
      "adapters-persistence/src/main/java/dev/hexdesk/persistence/ticket/TicketSql.java";

  /** In two parts, as this test is among those that are looked through for imports. */
  private static final String IMPORT = "import " + "dev.hexdesk.domain.ticket.Ticket;";

  @TempDir private Path home;

  @BeforeEach
  void commitAProject() throws Exception {
    assumeTrue(
        Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "git"))),
        "git is not installed");
    for (String name : List.of("dev", ".ci/Check.java")) {
      Path copy = home.resolve(name);
      Files.createDirectories(copy.getParent());
      Files.copy(Path.of("..").resolve(name), copy);
    }
    script("hexdesk", "echo '" + System.getProperty("java.home") + "'");
    script("mvnw", "echo \"$*\" >> target/builds; [ ! -e target/broken ]");
    write(".gitignore", "target/");
    type(DOMAIN, "");
    type(STORE, "");
    type(test("domain/src/test/java/dev/hexdesk/domain/user/UserTest"), "");
    type(test("bootstrap/src/test/java/dev/hexdesk/bootstrap/journey/MergeTest"), IMPORT);
    type(
        test("bootstrap/src/test/java/dev/hexdesk/bootstrap/journey/FloodTest"),
        IMPORT + "\n@Isolated(\"It measures time.\")");
    type(
        test("adapters-persistence/src/test/java/dev/hexdesk/persistence/ticket/SqlTest"),
        "import dev.hexdesk.persistence.Rows;");
    type(test("adapters-persistence/src/test/java/dev/hexdesk/persistence/user/UsersTest"), "");
    type(
        test("adapters-persistence/src/test/java/dev/hexdesk/persistence/Rows"),
        "import java.nio.file.Path;\nclass Read { Path file = Path.of(\"setup/roles.sql\"); }");
    git("init", "-q", "-b", "main");
    commit();
  }

  private static String test(String name) {
    return name + ".java";
  }

  private void type(String file, String text) throws IOException {
    String itsPackage = file.replaceFirst(".*/java/", "").replaceFirst("/\\w+\\.java$", "");
    write(file, "package " + itsPackage.replace('/', '.') + ";\n" + text + "\n");
  }

  private void write(String file, String text) throws IOException {
    Path path = home.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void script(String name, String text) throws IOException {
    write(name, "#!/bin/sh\n" + text + "\n");
    assertThat(home.resolve(name).toFile().setExecutable(true)).isTrue();
  }

  private void change(String file) throws IOException {
    Files.writeString(home.resolve(file), Files.readString(home.resolve(file)) + "// changed\n");
  }

  private void git(String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=A", "-c", "user.email=a@x"));
    command.addAll(List.of(arguments));
    assertThat(run(command).status()).as("%s", command).isZero();
  }

  private void commit() throws Exception {
    git("add", "--all");
    git("commit", "-q", "-m", "Change");
  }

  private record Ended(int status, String output) {
    List<String> tests() {
      return output
          .lines()
          .filter(line -> line.startsWith("Tests: "))
          .flatMap(line -> Stream.of(line.substring("Tests: ".length()).split(",")))
          .map(name -> name.replaceFirst(".*\\.(?=\\w+$)", ""))
          .toList();
    }
  }

  private Ended check(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("./dev", "check"));
    command.addAll(List.of(arguments));
    return run(command);
  }

  private Ended run(List<String> command) throws Exception {
    Path output = Files.createDirectories(home.resolve("target")).resolve("output");
    Process process =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), Files.readString(output));
  }

  private List<String> builds() throws IOException {
    Path told = home.resolve("target/builds");
    return Files.exists(told) ? Files.readAllLines(told) : List.of();
  }

  @Test
  void aTypeConcernsItsModuleAndWhoeverNamesIt() throws Exception {
    git("checkout", "-q", "-b", "work");
    change(DOMAIN);
    commit();

    Ended ended = check("--plan");

    assertThat(ended.tests())
        .contains("dev.hexdesk.domain.**", "MergeTest", "ArchitectureTest")
        .doesNotContain("SqlTest", "UsersTest", "FloodTest", "dev.hexdesk.rest.**");
    assertThat(ended.output()).contains("Left to ./mvnw verify").contains("FloodTest");
    assertThat(builds()).isEmpty();
  }

  @Test
  void ofAModuleWithLongTestsThoseOfThePackageRunWithWhatIsBuiltOnIt() throws Exception {
    change(STORE);

    Ended ended = check();

    assertThat(ended.status()).as("%s", ended).isZero();
    assertThat(ended.tests()).contains("SqlTest").doesNotContain("UsersTest", "MergeTest");
    assertThat(builds())
        .singleElement()
        .asString()
        .contains("-pl adapters-persistence,demo,bootstrap ")
        .contains("-Dformat.of=" + STORE)
        .contains("-Dspotbugs.onlyAnalyze=dev.hexdesk.persistence.ticket.*");
  }

  @Test
  void aHelperAndWhatItReadsConcernWhoeverUsesIt() throws Exception {
    write("setup/roles.sql", "SELECT 1;");

    assertThat(check("--plan").tests()).containsExactly("SqlTest");
  }

  @Test
  void whatHasPassedIsNotLookedAtAgainAndWhatHasFailedIs() throws Exception {
    change(STORE);
    write("target/broken", "");
    assertThat(check().status()).isNotZero();
    Files.delete(home.resolve("target/broken"));
    assertThat(check("--plan").tests()).contains("SqlTest");

    assertThat(check().status()).isZero();
    assertThat(check("--plan").tests()).containsExactly("none");
    commit();
    assertThat(check("--plan").tests()).containsExactly("none");
    assertThat(check("--plan", "--since", "HEAD~1").tests()).contains("SqlTest");
  }
}
