package dev.hexdesk.bootstrap.http;

import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/** Watches over all connections of a server that it is told of before that starts. */
interface ConnectionWatch extends Connection.Listener, LifeCycle.Listener {
  @Override
  default void lifeCycleStarting(LifeCycle starting) {
    if (starting instanceof Server server) {
      for (Connector connector : server.getConnectors()) {
        connector.addEventListener(this);
      }
    }
  }
}
