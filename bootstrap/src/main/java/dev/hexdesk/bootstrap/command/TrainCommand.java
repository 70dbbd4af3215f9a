package dev.hexdesk.bootstrap.command;

import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.training.AotTraining;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.Command;
import io.dropwizard.core.setup.Bootstrap;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** What the launcher runs when Java is to make a cache of what it has learnt. */
public final class TrainCommand extends Command {
  private final AotTraining training;
  private final Console console;

  public TrainCommand(AotTraining training, Console console) {
    super("train", "Works for some seconds on a database of its own, for Java to learn from");
    this.training = training;
    this.console = console;
  }

  @Override
  public void configure(Subparser parser) {
    // It takes no arguments.
  }

  @Override
  public void run(Bootstrap<?> bootstrap, Namespace namespace) throws Exception {
    training.run();
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable thrown) {
    CommandFailure.explain(thrown, console);
  }
}
