package dev.hexdesk.bootstrap.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The proxies whose word on a client counts.
 *
 * @param unixSockets whether everybody is one who comes over a Unix domain socket
 */
public record TrustedProxies(List<Network> networks, boolean unixSockets) {
  /** Stands for who comes over a Unix domain socket. */
  public static final String UNIX = "unix";

  private static final int MOST_PROXIES = 16;

  public TrustedProxies {
    networks = List.copyOf(networks);
  }

  /**
   * @param proxies addresses, networks such as {@code 10.0.0.0/8}, and {@link #UNIX}
   * @throws IllegalArgumentException for what is none of these
   */
  public static TrustedProxies of(Collection<String> proxies) {
    return new TrustedProxies(
        proxies.stream().filter(proxy -> !proxy.equals(UNIX)).map(Network::of).toList(),
        proxies.contains(UNIX));
  }

  public boolean isEmpty() {
    return networks.isEmpty() && !unixSockets;
  }

  /** Whether one of them is at the other end of a connection. */
  boolean include(SocketAddress peer) {
    return switch (peer) {
      case InetSocketAddress internet when !internet.isUnresolved() ->
          include(internet.getAddress());
      case UnixDomainSocketAddress local -> unixSockets;
      default -> false;
    };
  }

  private boolean include(InetAddress address) {
    return networks.stream().anyMatch(network -> network.contains(address));
  }

  /**
   * The client that a request came from, as each proxy on its way wrote down whom it got it from,
   * the last one at the end. What stands before the first one that is no proxy of ours may be made
   * up.
   *
   * @param forwardedFor the values of all {@code X-Forwarded-For}, in their order
   * @return empty where the client is not told, or not by an address
   */
  Optional<InetAddress> clientOf(List<String> forwardedFor) {
    List<String> hops = Arrays.asList(String.join(",", forwardedFor).split(",", -1)).reversed();
    Optional<InetAddress> client = Optional.empty();
    for (String hop : hops.subList(0, Math.min(hops.size(), MOST_PROXIES))) {
      client = address(hop.strip());
      if (client.filter(this::include).isEmpty()) {
        return client;
      }
    }
    return client;
  }

  private static Optional<InetAddress> address(String hop) {
    try {
      return Optional.of(InetAddress.ofLiteral(hop));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
