package dev.hexdesk.bootstrap.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/** Corrects what requests say of themselves, before anybody decides by it. */
abstract class RequestCustomizer implements HttpConfiguration.Customizer, LifeCycle.Listener {
  static Request withHeaders(Request request, HttpFields headers) {
    return new Request.Wrapper(request) {
      @Override
      public HttpFields getHeaders() {
        return headers;
      }
    };
  }

  /** Watches over the connectors of a server that is about to start. */
  @Override
  public final void lifeCycleStarting(LifeCycle starting) {
    if (starting instanceof Server server) {
      for (Connector connector : server.getConnectors()) {
        // What makes HTTP of a connection may be wrapped, for instance to be measured.
        connector
            .getContainedBeans(HttpConfiguration.class)
            .forEach(configuration -> configuration.addCustomizer(this));
      }
    }
  }
}
