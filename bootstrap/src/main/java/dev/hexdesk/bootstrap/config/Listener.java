package dev.hexdesk.bootstrap.config;

import io.dropwizard.jetty.ConnectorFactory;
import io.dropwizard.jetty.HttpConnectorFactory;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a connector listens: an address or a name of this machine, and a port; 0 is any free one.
 */
record Listener(String host, int port) {
  private static final String ALL = "0.0.0.0";

  /** A host name as people give it, underscores included. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N}_.-]{1,255}");

  Listener(HttpConnectorFactory connector) {
    this(connector.getBindHost() == null ? ALL : connector.getBindHost(), connector.getPort());
  }

  static List<Listener> of(Stream<ConnectorFactory> connectors) {
    return connectors
        .filter(HttpConnectorFactory.class::isInstance)
        .map(each -> new Listener((HttpConnectorFactory) each))
        .toList();
  }

  /** Whether a text can be an address or a host name at all; nobody is asked for the name. */
  static boolean isHost(String text) {
    if (!text.contains(":")) {
      return NAME.matcher(text).matches();
    }
    try {
      return !InetAddress.ofLiteral(text).isMulticastAddress();
    } catch (IllegalArgumentException noAddress) {
      return false;
    }
  }

  /** Whether it would find its port taken by one of these. */
  boolean isAmong(List<Listener> others) {
    return port != 0
        && others.stream()
            .anyMatch(
                other ->
                    other.port == port
                        && (other.host.equals(host) || other.isEverywhere() || isEverywhere()));
  }

  /** How a program on this machine reaches it. */
  URI fromThisMachine() {
    String name = isEverywhere() ? "127.0.0.1" : host;
    return URI.create(
        "http://%s:%d"
            .formatted(
                name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name, port));
  }

  private boolean isEverywhere() {
    return host.equals(ALL) || host.equals("::") || host.equals("[::]");
  }
}
