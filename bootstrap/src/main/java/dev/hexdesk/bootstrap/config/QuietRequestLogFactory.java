package dev.hexdesk.bootstrap.config;

import ch.qos.logback.access.jetty.RequestLogImpl;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.dropwizard.request.logging.LogbackAccessRequestLogFactory;
import org.eclipse.jetty.server.RequestLog;

/**
 * Dropwizard's request log without the report that it prints at each start, in which it warns that
 * its own version is not Logback's.
 */
@JsonTypeName("quiet")
public final class QuietRequestLogFactory extends LogbackAccessRequestLogFactory {
  @Override
  public RequestLog build(String name) {
    RequestLog log = super.build(name);
    if (log instanceof RequestLogImpl implementation) {
      implementation.setQuiet(true);
    }
    return log;
  }
}
