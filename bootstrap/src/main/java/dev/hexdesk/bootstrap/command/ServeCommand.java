package dev.hexdesk.bootstrap.command;

import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import io.dropwizard.core.Application;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ServerCommand;
import net.sourceforge.argparse4j.inf.Namespace;

/** Runs the server until it is told to stop. */
public final class ServeCommand extends ServerCommand<HexdeskConfiguration> {
  private final Console console;

  public ServeCommand(Application<HexdeskConfiguration> application, Console console) {
    super(application, "serve", "Runs the server until it is told to stop");
    this.console = console;
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable thrown) {
    CommandFailure.explain(thrown, console);
  }
}
