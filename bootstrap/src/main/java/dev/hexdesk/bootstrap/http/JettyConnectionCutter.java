package dev.hexdesk.bootstrap.http;

import dev.hexdesk.rest.transfer.ConnectionCutter;
import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/** Closes the connection below Jetty, so that nothing that is still held back gets out. */
public final class JettyConnectionCutter implements ConnectionCutter {
  @Override
  public void cut(HttpServletRequest request) {
    ServletContextRequest.getServletContextRequest(request)
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }
}
