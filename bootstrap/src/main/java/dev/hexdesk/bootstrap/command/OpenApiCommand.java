package dev.hexdesk.bootstrap.command;

import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.bootstrap.wiring.ApiDescription;
import dev.hexdesk.rest.openapi.DocumentTexts;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** Prints the OpenAPI document that this installation serves. */
public final class OpenApiCommand extends ConfiguredCommand<HexdeskConfiguration> {
  private final Console console;

  public OpenApiCommand(Console console) {
    super("openapi", "Prints the OpenAPI document");
    this.console = console;
  }

  @Override
  public void configure(Subparser parser) {
    super.configure(parser);
    parser.addArgument("--json").action(Arguments.storeTrue()).help("print JSON instead of YAML");
  }

  @Override
  protected void run(
      Bootstrap<HexdeskConfiguration> bootstrap,
      Namespace namespace,
      HexdeskConfiguration configuration) {
    var document = ApiDescription.of(configuration);
    console.print(
        (namespace.getBoolean("json") ? DocumentTexts.json(document) : DocumentTexts.yaml(document))
            .stripTrailing());
  }

  @Override
  public void onError(Cli cli, Namespace namespace, Throwable thrown) {
    CommandFailure.explain(thrown, console);
  }
}
