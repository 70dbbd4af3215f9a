package dev.hexdesk.bootstrap.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * The proxies whose word on a client counts.
 *
 * @param unixSockets whether everybody is one who comes over a Unix domain socket
 */
public record TrustedProxies(List<Network> networks, boolean unixSockets) {
  /** Stands for who comes over a Unix domain socket. */
  public static final String UNIX = "unix";

  private static final int MOST_PROXIES = 16;

  /** The port that some write behind an address; RFC 7239 lets it be made up. */
  private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}|:_[A-Za-z0-9._-]+");

  private static final Pattern ZONE = Pattern.compile("%.*");

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
    return address(hopOfClient(hops(forwardedFor), Function.identity()));
  }

  /** What the values of all headers of one name, each of them a list, tell one by one. */
  static List<String> hops(List<String> headers) {
    return Arrays.asList(String.join(",", headers).split(",", -1));
  }

  /**
   * What was written of the client: the last of the hops that comes from no proxy of ours.
   *
   * @param hops what each proxy wrote, the last one at the end; not empty
   * @param from whom a hop came from
   */
  <H> H hopOfClient(List<H> hops, Function<H, String> from) {
    List<H> backwards = hops.reversed();
    int most = Math.min(hops.size(), MOST_PROXIES);
    return backwards.subList(0, most).stream()
        .filter(hop -> address(from.apply(hop)).filter(this::include).isEmpty())
        .findFirst()
        .orElse(backwards.get(most - 1));
  }

  /** The address of what a proxy wrote, with a port or without. */
  static Optional<InetAddress> address(String written) {
    String node = written.strip();
    int end = endOfAddress(node);
    if (end < node.length() && !PORT.matcher(node.substring(end)).matches()) {
      return Optional.empty();
    }
    String address = node.substring(0, end);
    String bare = address.startsWith("[") ? address.substring(1, end - 1) : address;
    try {
      return Optional.of(InetAddress.ofLiteral(ZONE.matcher(bare).replaceFirst("")));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /** An IPv6 address has colons of its own, and brackets where a port follows. */
  private static int endOfAddress(String node) {
    if (node.startsWith("[")) {
      return node.indexOf(']') + 1;
    }
    int colon = node.indexOf(':');
    return colon >= 0 && colon == node.lastIndexOf(':') ? colon : node.length();
  }
}
