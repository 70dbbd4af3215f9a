package dev.hexdesk.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.bootstrap.cli.Console;
import io.dropwizard.core.cli.Command;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who reads of commands, or types them, finds those that there are. */
final class CommandsTest {
  private static final Path LAUNCHER = Path.of("..", "hexdesk");
  private static final Path README = Path.of("..", "README.md");

  /** The program's, and the launcher's own for making its cache. */
  private static final Set<String> COMMANDS =
      Stream.concat(
              Stream.of("aot"),
              new HexdeskApplication(silent()).commands().stream().map(Command::getName))
          .collect(Collectors.toUnmodifiableSet());

  private static Console silent() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new Console(nowhere, nowhere);
  }

  @Test
  void theLauncherTakesEachCommand() throws IOException {
    assertThat(words(Files.readString(LAUNCHER), "(?m)^  (serve \\|.*)\\) ;;$", "[a-z-]+"))
        .containsExactlyInAnyOrderElementsOf(and("--version", "--java-home"));
  }

  @Test
  void theLauncherExplainsEachCommand() throws IOException {
    String usage = Files.readString(LAUNCHER).split("\nTEXT\n")[0];

    assertThat(words(usage, "(?m)^  ([a-z][a-z-]*) .*  ", "[a-z-]+")).isEqualTo(COMMANDS);
  }

  @Test
  void theReadmeExplainsEachCommand() throws IOException {
    String table = Files.readString(README).split("## Commands")[1].split("\n## ")[0];

    assertThat(words(table, "(?m)^\\| `([a-z-]+)", "[a-z-]+")).isEqualTo(COMMANDS);
  }

  private static Set<String> words(String text, String place, String word) {
    return matches(text, place)
        .flatMap(found -> matches(found.group(1), word))
        .map(MatchResult::group)
        .collect(Collectors.toSet());
  }

  private static Stream<MatchResult> matches(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results();
  }

  private static Set<String> and(String... others) {
    return Stream.concat(COMMANDS.stream(), List.of(others).stream()).collect(Collectors.toSet());
  }
}
