package dev.hexdesk.bootstrap.command;

import dev.hexdesk.application.setup.SetUpDefaultUsers.Missing;
import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.bootstrap.wiring.ConfiguredDatabase;
import java.io.IOException;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** Applies the file of default users, whether or not a server is running. */
public final class SetupCommand extends ConsoleCommand {
  private static final String RECREATE = "--recreate";

  public SetupCommand(Console console) {
    super(
        "setup",
        "Sets the passwords that the file of default users gives, and makes these users where there"
            + " are none at all yet",
        console);
  }

  @Override
  public void configure(Subparser parser) {
    super.configure(parser);
    parser
        .addArgument(RECREATE)
        .action(Arguments.storeTrue())
        .help(
            "also make default users who are missing where there are others: ones that were"
                + " deleted or renamed come back");
  }

  @Override
  void run(Namespace namespace, HexdeskConfiguration configuration) throws IOException {
    new ConfiguredDatabase(configuration, console)
        .setUp(namespace.getBoolean("recreate") ? Missing.MADE : Missing.LEFT_OUT);
  }
}
