package dev.hexdesk.bootstrap.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.bootstrap.http.SlowClient;
import dev.hexdesk.bootstrap.journey.TestServer;
import dev.hexdesk.bootstrap.journey.TestServers;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What slow clients get from a server as it is configured by default. */
@ExtendWith(TestServers.class)
@Timeout(120)
class SlowClientsEndTest {
  private static final String HEAD = "GET /api/v1/status HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";

  private static final String BODY =
      """
      POST /api/v1/token HTTP/1.1\r
      Host: localhost\r
      Content-Type: application/x-www-form-urlencoded\r
      Content-Length: 1000\r
      \r
      """;

  @Test
  void whoTakesLongIsLetGoWithinTwentySeconds(TestServer desk) throws Exception {
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> head = clients.submit(() -> slowly(desk, "", HEAD + "x".repeat(100)));
      Future<String> body = clients.submit(() -> slowly(desk, BODY, "username=admin&password="));
      Future<String> silent = clients.submit(() -> slowly(desk, "", ""));

      assertThat(head.get(20, TimeUnit.SECONDS)).isEmpty();
      assertThat(body.get(20, TimeUnit.SECONDS)).startsWith("HTTP/1.1 4");
      assertThat(silent.get(20, TimeUnit.SECONDS)).isEmpty();
    }
  }

  /** Sends something at once and the rest a byte every five seconds; what the server says to it. */
  private static String slowly(TestServer desk, String atOnce, String rest) throws Exception {
    try (SlowClient client =
        new SlowClient(SocketChannel.open(new InetSocketAddress("localhost", desk.port())))) {
      client.send(atOnce);
      client.drip(Duration.ofSeconds(5), rest);
      return client.rest();
    }
  }
}
