package dev.hexdesk.bootstrap.config;

import com.fasterxml.jackson.databind.JsonNode;
import io.dropwizard.logging.common.DefaultLoggingFactory;
import io.dropwizard.logging.common.LoggingFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Checks the levels of loggers: Dropwizard takes one that does not exist for DEBUG. */
public final class LogLevels {
  /** Those that there are, from least to most. */
  public static final List<String> ALL =
      List.of("OFF", "ERROR", "WARN", "INFO", "DEBUG", "TRACE", "ALL");

  private LogLevels() {}

  static List<String> errorsIn(LoggingFactory logging) {
    List<String> errors = new ArrayList<>();
    if (logging instanceof DefaultLoggingFactory standard) {
      check("logging.level", standard.getLevel(), errors);
      standard
          .getLoggers()
          .forEach((name, logger) -> check("logging.loggers." + name, levelOf(logger), errors));
    }
    return errors;
  }

  private static String levelOf(JsonNode logger) {
    return logger.isObject() ? logger.path("level").asText("INFO") : logger.asText();
  }

  private static void check(String path, String level, List<String> errors) {
    if (!ALL.contains(level.toUpperCase(Locale.ROOT))) {
      errors.add(path + ": must be OFF, ERROR, WARN, INFO, DEBUG, TRACE or ALL");
    }
  }
}
