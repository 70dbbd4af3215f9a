package dev.hexdesk.bootstrap.training;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/**
 * Trains Java's AOT cache: starts a server, sends it some hundred requests and stops it, leaving
 * nothing behind.
 */
public final class AotTraining {
  private static final int SECRET_BYTES = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final ServerStart server;

  /**
   * @param server what is to be trained for
   */
  public AotTraining(ServerStart server) {
    this.server = server;
  }

  /** Starts a server of its own. */
  @FunctionalInterface
  public interface ServerStart {
    /**
     * @param environment what the configuration is completed by
     * @param whenReady told of the server once it listens
     */
    void serve(Map<String, String> environment, Path configuration, Consumer<Server> whenReady)
        throws Exception;
  }

  public void run() throws Exception {
    String password = password();
    TemporaryInstallation workplace = TemporaryInstallation.create(password);
    AtomicReference<Server> started = new AtomicReference<>();
    try {
      server.serve(workplace.environment(), workplace.configuration(), started::set);
      Server ready = started.get();
      if (ready == null) {
        throw new IllegalStateException("The server does not start");
      }
      try (HttpClient client = HttpClient.newHttpClient()) {
        new WarmUpClient(client, address(ready)).work(TemporaryInstallation.USERNAME, password);
      } finally {
        ready.stop();
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
