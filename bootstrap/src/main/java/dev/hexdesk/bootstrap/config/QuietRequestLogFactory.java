package dev.hexdesk.bootstrap.config;

import ch.qos.logback.access.common.spi.IAccessEvent;
import ch.qos.logback.access.jetty.RequestLogImpl;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.spi.FilterReply;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.logging.common.AppenderFactory;
import io.dropwizard.logging.common.filter.NullLevelFilterFactory;
import io.dropwizard.request.logging.LogbackAccessRequestLogFactory;
import io.dropwizard.request.logging.async.AsyncAccessEventAppenderFactory;
import io.dropwizard.request.logging.layout.LogbackAccessRequestLayoutFactory;
import java.util.Iterator;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.LoggerFactory;

/**
 * Dropwizard's request log, with {@link RequestLine}s, and without the report that it prints at
 * each start, in which it warns that its own version is not Logback's.
 */
@JsonTypeName("quiet")
public final class QuietRequestLogFactory extends LogbackAccessRequestLogFactory {
  @Override
  public RequestLog build(String name) {
    Logger logger = (Logger) LoggerFactory.getLogger("http.request");
    logger.setAdditive(false);
    LoggerContext context = logger.getLoggerContext();
    Lines lines = new Lines();
    lines.setQuiet(true);
    for (AppenderFactory<IAccessEvent> output : getAppenders()) {
      lines.addAppender(
          output.build(
              context,
              name,
              new LogbackAccessRequestLayoutFactory(),
              new NullLevelFilterFactory<>(),
              new AsyncAccessEventAppenderFactory()));
    }
    return lines;
  }

  /** Hands lines to the appenders. */
  private static final class Lines extends RequestLogImpl {
    @Override
    protected void configure() {
      setName("requests"); // and read no file, as the original would
    }

    @Override
    public void log(Request request, Response response) {
      IAccessEvent line = new RequestLine(this, request, response);
      if (getFilterChainDecision(line) == FilterReply.DENY) {
        return;
      }
      Iterator<Appender<IAccessEvent>> appenders = iteratorForAppenders();
      while (appenders.hasNext()) {
        appenders.next().doAppend(line);
      }
    }
  }
}
