package dev.hexdesk.bootstrap;

import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.config.ConfigurationFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Completes what the operator typed by the configuration file that every command reads. */
final class CommandLine {
  private static final Set<String> COMMANDS =
      Set.of(
          "serve",
          "check",
          "db",
          "setup",
          "password",
          "reindex",
          "openapi",
          "demo",
          "import",
          "export");

  private final Map<String, String> environment;
  private final Console console;

  CommandLine(Map<String, String> environment, Console console) {
    this.environment = environment;
    this.console = console;
  }

  /** The arguments with the configuration file's path, which is made where it is missing. */
  String[] completed(String[] arguments) throws IOException {
    if (arguments.length == 0 || !COMMANDS.contains(arguments[0]) || asksForHelp(arguments)) {
      return arguments;
    }
    Path file = ConfigurationFile.locate(environment);
    if (ConfigurationFile.ensure(file)) {
      console.progress("Made " + file + " with a fresh signing secret");
    }
    List<String> completed = new ArrayList<>(List.of(arguments));
    // Right behind the command's own words, since what follows may be words of the command's own.
    completed.add(Math.min(wordsOf(arguments[0]), arguments.length), file.toString());
    return completed.toArray(String[]::new);
  }

  private static int wordsOf(String command) {
    return command.equals("db") ? 2 : 1;
  }

  private static boolean asksForHelp(String[] arguments) {
    return Stream.of(arguments).anyMatch(Set.of("-h", "--help")::contains);
  }
}
