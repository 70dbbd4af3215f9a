package dev.hexdesk.bootstrap.command;

import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.bootstrap.http.AdminPortFilter;
import net.sourceforge.argparse4j.inf.Namespace;

/** Has the running server collect its garbage, which shows how much memory it really needs. */
public final class GarbageCollectionCommand extends ConsoleCommand {
  public GarbageCollectionCommand(Console console) {
    super("gc", "Has the running server of this machine collect its garbage", console);
  }

  @Override
  void run(Namespace namespace, HexdeskConfiguration configuration) {
    new AdminTask(configuration).run(AdminPortFilter.GC);
    console.print("Garbage collected.");
  }
}
