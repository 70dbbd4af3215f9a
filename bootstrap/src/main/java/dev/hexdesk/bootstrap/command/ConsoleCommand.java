package dev.hexdesk.bootstrap.command;

import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import net.sourceforge.argparse4j.inf.Argument;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * A command that reads the configuration, and says on the console what it does and why it fails.
 */
public abstract class ConsoleCommand extends ConfiguredCommand<HexdeskConfiguration> {
  /** The option that names the configuration. */
  public static final String CONFIGURATION = "--config";

  final Console console;

  ConsoleCommand(String name, String description, Console console) {
    super(name, description);
    this.console = console;
  }

  /**
   * The configuration is an option, so that a word that the operator forgot is not mistaken for it.
   */
  @Override
  protected Argument addFileArgument(Subparser parser) {
    return parser
        .addArgument(CONFIGURATION)
        .dest("file")
        .metavar("FILE")
        .help("another configuration than HEXDESK_CONFIG");
  }

  @Override
  protected final void run(
      Bootstrap<HexdeskConfiguration> bootstrap,
      Namespace namespace,
      HexdeskConfiguration configuration)
      throws Exception {
    run(namespace, configuration);
  }

  /** Does what the command is for. */
  abstract void run(Namespace namespace, HexdeskConfiguration configuration) throws Exception;

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable thrown) {
    CommandFailure.explain(thrown, console);
  }
}
