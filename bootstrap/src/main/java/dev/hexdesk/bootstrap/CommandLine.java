package dev.hexdesk.bootstrap;

import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.command.ConsoleCommand;
import dev.hexdesk.bootstrap.config.ConfigurationFile;
import io.dropwizard.core.cli.Command;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.migrations.DbCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Completes what the operator typed by the configuration file that every command reads. */
final class CommandLine {
  private final List<Command> commands;
  private final Map<String, String> environment;
  private final Console console;

  /**
   * @param commands what the operator can ask for
   * @param environment where the file's path may be
   */
  CommandLine(List<Command> commands, Map<String, String> environment, Console console) {
    this.commands = commands;
    this.environment = environment;
    this.console = console;
  }

  /** The arguments with the configuration file's path, which is made where it is missing. */
  String[] completed(String[] arguments) throws IOException {
    Optional<Command> command = configured(arguments);
    if (command.isEmpty() || asksForHelp(arguments) || namesConfiguration(arguments)) {
      return arguments;
    }
    ConfigurationFile.ignoredServiceVariables(environment).forEach(console::progress);
    Path file = ConfigurationFile.locate(environment);
    if (ConfigurationFile.ensure(file)) {
      console.progress("Made " + file + " with a fresh signing secret");
    }
    ConfigurationFile.unreadVariables(environment, file).forEach(console::progress);
    List<String> completed = new ArrayList<>(List.of(arguments));
    // Right behind the command's own words, since what follows may be words of the command's own.
    completed.add(
        Math.min(wordsOf(command.get()), arguments.length),
        command.get() instanceof ConsoleCommand
            ? ConsoleCommand.CONFIGURATION + "=" + file
            : file.toString());
    return completed.toArray(String[]::new);
  }

  private Optional<Command> configured(String[] arguments) {
    return commands.stream()
        .filter(ConfiguredCommand.class::isInstance)
        .filter(command -> arguments.length > 0 && command.getName().equals(arguments[0]))
        .findFirst();
  }

  /** Commands of the database have a name of two words. */
  private static int wordsOf(Command command) {
    return command instanceof DbCommand ? 2 : 1;
  }

  private static boolean namesConfiguration(String[] arguments) {
    return Stream.of(arguments)
        .anyMatch(
            argument ->
                argument.equals(ConsoleCommand.CONFIGURATION)
                    || argument.startsWith(ConsoleCommand.CONFIGURATION + "="));
  }

  private static boolean asksForHelp(String[] arguments) {
    return Stream.of(arguments).anyMatch(Set.of("-h", "--help")::contains);
  }
}
