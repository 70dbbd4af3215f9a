package dev.hexdesk.bootstrap.http;

import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Handler.Singleton;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/** Takes its place in a server that is about to start: before all who work on requests. */
public abstract class OutermostHandler extends Handler.Wrapper implements LifeCycle.Listener {
  @Override
  public final void lifeCycleStarting(LifeCycle starting) {
    if (starting instanceof Server server && server.getHandler() instanceof Singleton outermost) {
      outermost.insertHandler(this);
    }
  }
}
