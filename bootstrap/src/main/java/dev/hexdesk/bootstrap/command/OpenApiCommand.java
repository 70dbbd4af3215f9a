package dev.hexdesk.bootstrap.command;

import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.bootstrap.wiring.ApiDescription;
import dev.hexdesk.rest.openapi.DocumentTexts;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/** Prints the OpenAPI document that this installation serves. */
public final class OpenApiCommand extends ConsoleCommand {
  public OpenApiCommand(Console console) {
    super("openapi", "Prints the OpenAPI document", console);
  }

  @Override
  public void configure(Subparser parser) {
    super.configure(parser);
    parser.addArgument("--json").action(Arguments.storeTrue()).help("print JSON instead of YAML");
  }

  @Override
  void run(Namespace namespace, HexdeskConfiguration configuration) {
    var document = ApiDescription.of(configuration);
    console.print(
        (namespace.getBoolean("json") ? DocumentTexts.json(document) : DocumentTexts.yaml(document))
            .stripTrailing());
  }
}
