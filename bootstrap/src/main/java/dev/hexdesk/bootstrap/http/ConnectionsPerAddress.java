package dev.hexdesk.bootstrap.http;

import dev.hexdesk.application.authentication.ClientAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * Bounds the connections of each address (of each /64 in IPv6), so that one machine can't take all
 * that the process may have open. Whoever opens one too many loses their oldest one that is idle or
 * still in the head of a request; who has none such loses the new one. Proxies that are trusted
 * speak for many, and are not counted.
 */
public final class ConnectionsPerAddress implements ConnectionWatch {
  private final int most;
  private final TrustedProxies proxies;
  private final Map<ClientAddress, SequencedSet<HttpConnection>> open = new HashMap<>();

  /** Kept, as a connection that is closed knows no longer where it came from. */
  private final Map<HttpConnection, ClientAddress> addresses = new HashMap<>();

  /**
   * @param most for each address, at least 1
   */
  public ConnectionsPerAddress(int most, TrustedProxies proxies) {
    this.most = most;
    this.proxies = proxies;
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof HttpConnection http) {
      addressOf(http).ifPresent(address -> opened(address, http));
    }
  }

  @Override
  public void onClosed(Connection connection) {
    if (connection instanceof HttpConnection http) {
      closed(http);
    }
  }

  private Optional<ClientAddress> addressOf(HttpConnection connection) {
    return connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress peer
            && !peer.isUnresolved()
            && !proxies.include(peer)
        ? ClientAddress.of(peer.getAddress().getHostAddress())
        : Optional.empty();
  }

  private void opened(ClientAddress address, HttpConnection connection) {
    // Closed where nothing is locked, as it has its end told here.
    oneTooMany(address, connection).ifPresent(surplus -> surplus.getEndPoint().close());
  }

  private synchronized Optional<HttpConnection> oneTooMany(
      ClientAddress address, HttpConnection opened) {
    SequencedSet<HttpConnection> all =
        open.computeIfAbsent(address, unseen -> new LinkedHashSet<>());
    if (all.size() < most) {
      all.add(opened);
      addresses.put(opened, address);
      return Optional.empty();
    }
    Optional<HttpConnection> oldest =
        all.stream().filter(other -> other.getParser().inHeaderState()).findFirst();
    oldest.ifPresent(
        surplus -> {
          all.remove(surplus);
          addresses.remove(surplus);
          all.add(opened);
          addresses.put(opened, address);
        });
    return Optional.of(oldest.orElse(opened));
  }

  private synchronized void closed(HttpConnection connection) {
    ClientAddress address = addresses.remove(connection);
    SequencedSet<HttpConnection> all = address == null ? null : open.get(address);
    if (all != null && all.remove(connection) && all.isEmpty()) {
      open.remove(address);
    }
  }
}
