package dev.hexdesk.bootstrap.command;

import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.bootstrap.wiring.ConfiguredDatabase;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import net.sourceforge.argparse4j.inf.Namespace;

/** Applies the file of default users, whether or not a server is running. */
public final class SetupCommand extends ConsoleCommand {
  public SetupCommand(Console console) {
    super(
        "setup",
        "Creates missing default users and sets the passwords that their file gives",
        console);
  }

  @Override
  protected void run(
      Bootstrap<HexdeskConfiguration> bootstrap,
      Namespace namespace,
      HexdeskConfiguration configuration)
      throws IOException {
    new ConfiguredDatabase(configuration, console).setUp(bootstrap.getMetricRegistry());
  }
}
