package dev.hexdesk.application.authentication;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Where a client is, as far as it can be told from its neighbours: an IPv4 address, or the first 64
 * bits of an IPv6 address, for that is the least that one customer gets (RFC 6177).
 *
 * @param network the address, or the network of 64 bits
 * @param site the address, or the network of 48 bits, which is the most that one customer gets
 */
public record ClientAddress(String network, String site) {
  private static final int NETWORK_BITS = 64;
  private static final int SITE_BITS = 48;

  /** The address of a client; empty for what is no IP address. */
  public static Optional<ClientAddress> of(String ip) {
    try {
      InetAddress address = InetAddress.ofLiteral(ip);
      return Optional.of(
          address instanceof Inet6Address
              ? new ClientAddress(first(NETWORK_BITS, address), first(SITE_BITS, address))
              : new ClientAddress(address.getHostAddress(), address.getHostAddress()));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  /** Whether its site may have other networks. */
  boolean hasSite() {
    return !site.equals(network);
  }

  private static String first(int bits, InetAddress address) {
    byte[] bytes = address.getAddress();
    Arrays.fill(bytes, bits / Byte.SIZE, bytes.length, (byte) 0);
    try {
      return InetAddress.getByAddress(bytes).getHostAddress() + "/" + bits;
    } catch (UnknownHostException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
