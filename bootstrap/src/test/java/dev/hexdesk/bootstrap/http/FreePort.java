package dev.hexdesk.bootstrap.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Ports of this machine that nobody listens on. */
public final class FreePort {
  private FreePort() {}

  /** For a program that can't be told to look for one itself. */
  public static int next() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }
}
