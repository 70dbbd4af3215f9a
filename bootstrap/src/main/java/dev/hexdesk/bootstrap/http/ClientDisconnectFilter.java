package dev.hexdesk.bootstrap.http;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.stream.Stream;
import org.eclipse.jetty.io.EofException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Keeps out of the log that a client closed its connection before the answer was whole. Jersey
 * reports that as an error with a hundred lines, although nobody can do anything about it, and
 * operators watch for errors. The request has its line among the requests all the same.
 */
public final class ClientDisconnectFilter extends TurboFilter {
  /** Longer chains of causes are nobody's, or circles. */
  private static final int DEEPEST = 20;

  /** Begins with it; the log's configuration must have been read by then, which starts afresh. */
  public static void install() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.addTurboFilter(new ClientDisconnectFilter());
    }
  }

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] params,
      @Nullable Throwable thrown) {
    return level.isGreaterOrEqual(Level.WARN) && isDisconnect(thrown)
        ? FilterReply.DENY
        : FilterReply.NEUTRAL;
  }

  /** Jetty throws this of connections to clients alone: that of a database fails otherwise. */
  private static boolean isDisconnect(@Nullable Throwable thrown) {
    return Stream.iterate(thrown, each -> each != null, Throwable::getCause)
        .limit(DEEPEST)
        .anyMatch(EofException.class::isInstance);
  }
}
