package dev.hexdesk.bootstrap.command;

import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import net.sourceforge.argparse4j.inf.Namespace;

/**
 * A command that reads the configuration, and says on the console what it does and why it fails.
 */
abstract class ConsoleCommand extends ConfiguredCommand<HexdeskConfiguration> {
  final Console console;

  ConsoleCommand(String name, String description, Console console) {
    super(name, description);
    this.console = console;
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable thrown) {
    CommandFailure.explain(thrown, console);
  }
}
