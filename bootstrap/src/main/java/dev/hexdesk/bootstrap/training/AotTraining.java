package dev.hexdesk.bootstrap.training;

import io.dropwizard.core.Application;
import java.net.URI;
import java.net.http.HttpClient;
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

  private final Program program;

  /**
   * @param program what is to start faster
   */
  public AotTraining(Program program) {
    this.program = program;
  }

  /** Makes the application that is run. */
  @FunctionalInterface
  public interface Program {
    /**
     * @param environment what the configuration is completed by
     * @param whenReady told of the server once it listens
     */
    Application<?> within(Map<String, String> environment, Consumer<Server> whenReady);
  }

  public void run() throws Exception {
    String password = password();
    TemporaryInstallation workplace = TemporaryInstallation.create(password);
    AtomicReference<Server> started = new AtomicReference<>();
    try {
      program
          .within(workplace.environment(), started::set)
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
