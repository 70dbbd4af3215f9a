package dev.hexdesk.bootstrap.training;

import dev.hexdesk.bootstrap.HexdeskApplication;
import dev.hexdesk.bootstrap.cli.Console;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Trains Java's AOT cache: starts a server, sends it some hundred requests and stops it, leaving
 * nothing behind.
 */
public final class AotTraining {
  private static final int SECRET_BYTES = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private AotTraining() {}

  public static void live(Console console) throws Exception {
    String password = password();
    TemporaryInstallation workplace = TemporaryInstallation.create(password);
    AtomicReference<Server> started = new AtomicReference<>();
    try {
      new HexdeskApplication(console, workplace.environment(), started::set)
          .run("serve", workplace.configuration().toString());
      Server server = started.get();
      if (server == null) {
        throw new IllegalStateException("The server does not start");
      }
      try (HttpClient client = HttpClient.newHttpClient()) {
        new WarmUpClient(client, address(server)).work(TemporaryInstallation.USERNAME, password);
      } finally {
        server.stop();
      }
    } finally {
      workplace.delete();
    }
  }

  private static URI address(Server server) {
    return Arrays.stream(server.getConnectors())
        .filter(ServerConnector.class::isInstance)
        .map(ServerConnector.class::cast)
        .filter(each -> "application".equals(each.getName()))
        .map(each -> URI.create("http://localhost:" + each.getLocalPort()))
        .findFirst()
        .orElseThrow();
  }

  /** By the rules of the template, and nobody's but this run's. */
  private static String password() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return "Aa1!" + HexFormat.of().formatHex(secret);
  }
}
