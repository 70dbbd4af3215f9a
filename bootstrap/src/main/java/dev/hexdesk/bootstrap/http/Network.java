package dev.hexdesk.bootstrap.http;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * The addresses that begin with the same bits (RFC 4632; RFC 4291, section 2.3).
 *
 * @param length how many bits
 */
record Network(InetAddress address, int length) {
  Network {
    int bits = address.getAddress().length * Byte.SIZE;
    if (length < 0 || length > bits) {
      throw new IllegalArgumentException("a network's length is 0 to " + bits + " bits");
    }
  }

  /**
   * @param text an address, or a network as {@code 10.0.0.0/8}
   */
  static Network of(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      InetAddress address = InetAddress.ofLiteral(text);
      return new Network(address, address.getAddress().length * Byte.SIZE);
    }
    return new Network(
        InetAddress.ofLiteral(text.substring(0, slash)),
        Integer.parseInt(text.substring(slash + 1)));
  }

  boolean contains(InetAddress other) {
    byte[] ours = address.getAddress();
    byte[] theirs = other.getAddress();
    int bytes = length / Byte.SIZE;
    int bits = length % Byte.SIZE;
    return ours.length == theirs.length
        && Arrays.equals(ours, 0, bytes, theirs, 0, bytes)
        && (bits == 0 || (ours[bytes] ^ theirs[bytes]) >>> (Byte.SIZE - bits) == 0);
  }
}
