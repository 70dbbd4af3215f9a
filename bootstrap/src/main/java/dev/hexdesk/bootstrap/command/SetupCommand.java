package dev.hexdesk.bootstrap.command;

import dev.hexdesk.bootstrap.HexdeskApplication;
import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import net.sourceforge.argparse4j.inf.Namespace;

/** Applies the file of default users, whether or not a server is running. */
public final class SetupCommand extends ConfiguredCommand<HexdeskConfiguration> {
  private final HexdeskApplication application;
  private final Console console;

  public SetupCommand(HexdeskApplication application, Console console) {
    super("setup", "Creates missing default users and sets the passwords that their file gives");
    this.application = application;
    this.console = console;
  }

  @Override
  protected void run(
      Bootstrap<HexdeskConfiguration> bootstrap,
      Namespace namespace,
      HexdeskConfiguration configuration)
      throws IOException {
    application.setUp(configuration, bootstrap.getMetricRegistry());
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable thrown) {
    Failure.explain(thrown, console);
  }
}
