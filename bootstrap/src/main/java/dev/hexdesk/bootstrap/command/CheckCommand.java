package dev.hexdesk.bootstrap.command;

import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.cli.OperatorException;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import java.util.List;
import net.sourceforge.argparse4j.inf.Namespace;

/** Reads the configuration and says whether the server would start with it. */
public final class CheckCommand extends ConsoleCommand {
  public CheckCommand(Console console) {
    super("check", "Reads the configuration and says what is wrong with it", console);
  }

  @Override
  void run(Namespace namespace, HexdeskConfiguration configuration) {
    List<String> obstacles = configuration.obstacles();
    if (!obstacles.isEmpty()) {
      throw new OperatorException(
          "%s is in order, but the server could not start:\n  * %s"
              .formatted(namespace.getString("file"), String.join("\n  * ", obstacles)));
    }
    console.print(namespace.getString("file") + " is in order.");
  }
}
