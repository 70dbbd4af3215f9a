package dev.hexdesk.bootstrap.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;

/**
 * Believes what trusted proxies say of a request, in {@code X-Forwarded-For}, {@code -Proto},
 * {@code -Host} and {@code -Port}, and nobody else. Jetty alone would believe everybody, and take
 * for the client what the client says it is.
 */
public final class ForwardedRequests implements HttpConfiguration.Customizer, LifeCycle.Listener {
  private final TrustedProxies proxies;
  private final ForwardedRequestCustomizer address = new ForwardedRequestCustomizer();

  public ForwardedRequests(TrustedProxies proxies) {
    this.proxies = proxies;
    address.setForwardedForHeader("");
    address.setForwardedHeader("");
    address.setForwardedServerHeader("");
    address.setForwardedHttpsHeader("");
    address.setForwardedCipherSuiteHeader("");
    address.setForwardedSslSessionIdHeader("");
  }

  /** Watches over the connectors of a server that is about to start. */
  @Override
  public void lifeCycleStarting(LifeCycle starting) {
    if (starting instanceof Server server) {
      for (Connector connector : server.getConnectors()) {
        // What makes HTTP of a connection may be wrapped, for instance to be measured.
        connector
            .getContainedBeans(HttpConfiguration.class)
            .forEach(configuration -> configuration.addCustomizer(this));
      }
    }
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    SocketAddress peer = request.getConnectionMetaData().getRemoteSocketAddress();
    if (peer == null || !proxies.include(peer)) {
      return request;
    }
    Request addressed = address.customize(request, responseHeaders);
    List<String> told = request.getHeaders().getValuesList(HttpHeader.X_FORWARDED_FOR);
    Optional<InetAddress> client = proxies.clientOf(told);
    return client.isPresent() ? new FromClient(addressed, client.get()) : addressed;
  }

  /** A request as though no proxy stood between. */
  private static final class FromClient extends Request.Wrapper {
    private final ConnectionMetaData connection;

    FromClient(Request request, InetAddress client) {
      super(request);
      SocketAddress remote = new InetSocketAddress(client, 0);
      connection =
          new ConnectionMetaData.Wrapper(request.getConnectionMetaData()) {
            @Override
            public SocketAddress getRemoteSocketAddress() {
              return remote;
            }
          };
    }

    @Override
    public @Nullable ConnectionMetaData getConnectionMetaData() {
      return connection;
    }
  }
}
