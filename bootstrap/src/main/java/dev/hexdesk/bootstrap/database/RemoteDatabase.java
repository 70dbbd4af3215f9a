package dev.hexdesk.bootstrap.database;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/** What a JDBC URL says of databases on other machines, and of who could listen in between. */
final class RemoteDatabase {
  private static final String VERIFIED = "verify-full";

  private RemoteDatabase() {}

  /**
   * The hosts of other machines whose certificates are not looked at ({@code sslmode}, PostgreSQL's
   * manual, section 32.19): whoever is on the way there may be taken for them, and reads all.
   */
  static List<String> unverified(String url) {
    Properties settings = Driver.parseURL(url, new Properties());
    if (settings == null || VERIFIED.equals(PGProperty.SSL_MODE.getOrDefault(settings))) {
      return List.of();
    }
    String hosts = PGProperty.PG_HOST.getOrDefault(settings);
    return hosts == null
        ? List.of()
        : Arrays.stream(hosts.split(",")).filter(host -> !isThisMachine(host)).toList();
  }

  private static boolean isThisMachine(String host) {
    if (host.equals("localhost")) {
      return true;
    }
    try {
      return InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
    } catch (IllegalArgumentException name) {
      return false;
    }
  }
}
