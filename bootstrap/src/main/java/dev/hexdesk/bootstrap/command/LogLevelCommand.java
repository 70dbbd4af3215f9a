package dev.hexdesk.bootstrap.command;

import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.bootstrap.config.LogLevels;
import dev.hexdesk.bootstrap.http.AdminPortFilter;
import dev.hexdesk.bootstrap.logging.LogLevelTask;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.sourceforge.argparse4j.impl.Arguments;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;
import org.jspecify.annotations.Nullable;

/** Changes how much the running server logs, until it is changed again or the server stops. */
public final class LogLevelCommand extends ConsoleCommand {
  private static final List<String> LEVELS =
      Stream.concat(LogLevels.ALL.stream(), Stream.of(LogLevelTask.CONFIGURED)).toList();

  public LogLevelCommand(Console console) {
    super(
        "log-level",
        "Changes how much the running server of this machine logs, until its next start",
        console);
  }

  @Override
  public void configure(Subparser parser) {
    super.configure(parser);
    parser
        .addArgument("logger")
        .metavar("LOGGER")
        .help("such as dev.hexdesk or org.eclipse.jetty; ROOT for all");
    parser
        .addArgument("level")
        .metavar("LEVEL")
        .type((each, argument, value) -> value.toUpperCase(Locale.ROOT))
        .choices(LEVELS)
        .help("or DEFAULT for what is configured");
    parser
        .addArgument("--minutes")
        .metavar("N")
        .type(Integer.class)
        .choices(Arguments.range(1, 1440))
        .help("go back to what is configured after so many minutes");
  }

  @Override
  void run(Namespace namespace, HexdeskConfiguration configuration) {
    String logger = namespace.getString("logger");
    String level = namespace.getString("level");
    Integer minutes = namespace.getInt("minutes");
    new AdminTask(configuration)
        .run(
            AdminPortFilter.LOG_LEVEL
                + "?logger="
                + URLEncoder.encode(logger, StandardCharsets.UTF_8)
                + "&level="
                + level
                + (minutes == null ? "" : "&minutes=" + minutes));
    console.print(done(logger, level, minutes));
  }

  private static String done(String logger, String level, @Nullable Integer minutes) {
    if (level.equals(LogLevelTask.CONFIGURED)) {
      return logger + " logs as configured.";
    }
    return "%s logs at %s %s."
        .formatted(
            logger, level, minutes == null ? "until the server stops" : "for " + minutes + " min");
  }
}
