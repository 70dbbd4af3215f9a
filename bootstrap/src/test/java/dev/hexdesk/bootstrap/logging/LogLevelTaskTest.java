package dev.hexdesk.bootstrap.logging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class LogLevelTaskTest {
  private final LoggerContext loggers = new LoggerContext();
  private final Logger jetty = loggers.getLogger("org.eclipse.jetty");
  private final Logger ours = loggers.getLogger("dev.hexdesk");
  private final Deque<Runnable> later = new ArrayDeque<>();
  private final LogLevelTask task = new LogLevelTask(loggers, minutes -> later::add);

  LogLevelTaskTest() {
    loggers.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.INFO);
    jetty.setLevel(Level.WARN);
  }

  private void run(String logger, String level, String... minutes) {
    Map<String, List<String>> parameters = new HashMap<>();
    parameters.put("logger", List.of(logger));
    parameters.put("level", List.of(level));
    if (minutes.length > 0) {
      parameters.put("minutes", List.of(minutes));
    }
    task.execute(parameters, new PrintWriter(Writer.nullWriter()));
  }

  @Test
  void changesOneLoggerUntilItIsReset() {
    run("org.eclipse.jetty", "DEBUG");
    assertThat(jetty.getEffectiveLevel()).isEqualTo(Level.DEBUG);
    assertThat(ours.getEffectiveLevel()).isEqualTo(Level.INFO);

    run("org.eclipse.jetty", "DEFAULT");
    assertThat(jetty.getLevel()).isEqualTo(Level.WARN);
  }

  @Test
  void whatHadNoLevelOfItsOwnHasNoneAgain() {
    run("dev.hexdesk", "TRACE");
    run("dev.hexdesk", "DEFAULT");

    assertThat(ours.getLevel()).isNull();
  }

  @Test
  void resetsToWhatIsConfiguredAndNotToWhatWasBefore() {
    run("org.eclipse.jetty", "DEBUG", "5");
    run("org.eclipse.jetty", "TRACE", "10");

    later.remove().run();
    assertThat(jetty.getLevel()).isEqualTo(Level.TRACE);

    later.remove().run();
    assertThat(jetty.getLevel()).isEqualTo(Level.WARN);
  }

  @Test
  void theRootCanBeChangedToo() {
    run(Logger.ROOT_LOGGER_NAME, "ERROR", "1");
    assertThat(ours.getEffectiveLevel()).isEqualTo(Level.ERROR);

    later.remove().run();
    assertThat(ours.getEffectiveLevel()).isEqualTo(Level.INFO);
  }

  @Test
  void takesNoLevelThatThereIsNot() {
    assertThatIllegalArgumentException().isThrownBy(() -> run("dev.hexdesk", "LOUD"));
    assertThat(ours.getLevel()).isNull();
  }
}
