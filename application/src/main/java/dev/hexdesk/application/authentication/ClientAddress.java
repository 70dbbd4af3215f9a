package dev.hexdesk.application.authentication;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where a client is, as far as it can be told from its neighbours: an IPv4 address, or the first 64
 * bits of an IPv6 address, for that is the least that one customer gets (RFC 6177).
 */
public record ClientAddress(String network) {
  private static final int NETWORK_BYTES = 8;

  /** The address of a client; empty for what is no IP address. */
  public static Optional<ClientAddress> of(String ip) {
    try {
      InetAddress address = InetAddress.ofLiteral(ip);
      return Optional.of(
          new ClientAddress(
              address instanceof Inet6Address ? network(address) : address.getHostAddress()));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  private static String network(InetAddress address) {
    byte[] bytes = address.getAddress();
    Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
