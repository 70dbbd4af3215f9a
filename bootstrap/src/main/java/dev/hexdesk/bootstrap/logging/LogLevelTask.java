package dev.hexdesk.bootstrap.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import dev.hexdesk.bootstrap.config.LogLevels;
import io.dropwizard.servlets.tasks.Task;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.slf4j.LoggerFactory;

/**
 * Changes the level of a logger while the server runs, for some minutes or until it stops, and sets
 * it back to what is configured, whatever it was changed to in between.
 */
public final class LogLevelTask extends Task {
  /** The name that Dropwizard's own has, whose place it takes. */
  public static final String NAME = "log-level";

  public static final String LOGGER = "logger";
  public static final String LEVEL = "level";
  public static final String MINUTES = "minutes";

  /** Stands for the level that is configured. */
  public static final String CONFIGURED = "DEFAULT";

  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(LogLevelTask.class);

  private final LoggerContext loggers;
  private final LongFunction<Executor> later;
  private final Map<String, Optional<Level>> configured = new ConcurrentHashMap<>();
  private final Map<String, Object> lastChanges = new ConcurrentHashMap<>();

  public LogLevelTask() {
    this(
        (LoggerContext) LoggerFactory.getILoggerFactory(),
        minutes -> CompletableFuture.delayedExecutor(minutes, TimeUnit.MINUTES));
  }

  /**
   * @param later runs things after so many minutes
   */
  LogLevelTask(LoggerContext loggers, LongFunction<Executor> later) {
    super(NAME);
    this.loggers = loggers;
    this.later = later;
  }

  @Override
  public void execute(Map<String, List<String>> parameters, PrintWriter output) {
    String name = only(parameters, LOGGER).orElse(org.slf4j.Logger.ROOT_LOGGER_NAME);
    String level = only(parameters, LEVEL).orElse(CONFIGURED);
    if (level.equals(CONFIGURED)) {
      reset(name);
      return;
    }
    if (!LogLevels.ALL.contains(level)) {
      throw new IllegalArgumentException("no level: " + level);
    }
    Logger logger = loggers.getLogger(name);
    configured.computeIfAbsent(name, ignored -> Optional.ofNullable(logger.getLevel()));
    Object change = new Object();
    lastChanges.put(name, change);
    logger.setLevel(Level.toLevel(level));
    LOG.info("The operator has logger {} log at {}", name, level);
    only(parameters, MINUTES)
        .map(Long::valueOf)
        .ifPresent(minutes -> later.apply(minutes).execute(() -> resetIfLast(name, change)));
  }

  private void resetIfLast(String name, Object change) {
    if (lastChanges.remove(name, change)) {
      reset(name);
    }
  }

  private void reset(String name) {
    lastChanges.remove(name);
    Optional<Level> before = configured.get(name);
    if (before != null) {
      loggers.getLogger(name).setLevel(before.orElse(null));
      LOG.info("Logger {} logs as configured again", name);
    }
  }

  private static Optional<String> only(Map<String, List<String>> parameters, String name) {
    return parameters.getOrDefault(name, List.of()).stream().findFirst();
  }
}
