package dev.hexdesk.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who takes too long over a head, on both kinds of sockets. */
@Timeout(30)
class RequestHeadTimeoutTest {
  private static final Duration LIMIT = Duration.ofMillis(400);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final String REQUEST = "GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n";
  private static final String HTTP = "type: http\nbindHost: 127.0.0.1\nport: 0\n";

  @TempDir private Path folder;

  /** A server, and the way to it. */
  private record Served(TestNode node, SocketAddress address) implements AutoCloseable {
    SlowClient connect() throws IOException {
      return new SlowClient(SocketChannel.open(address));
    }

    @Override
    public void close() throws Exception {
      node.close();
    }
  }

  private Served serve(String kind) throws Exception {
    if (kind.equals("http")) {
      TestNode node = TestNode.start(folder, HTTP, 200, new RequestHeadTimeout(LIMIT));
      return new Served(node, new InetSocketAddress("127.0.0.1", node.port()));
    }
    Path socket = folder.resolve("node.sock");
    String connector = "type: unix-socket\npath: " + socket + "\n";
    return new Served(
        TestNode.start(folder, connector, 200, new RequestHeadTimeout(LIMIT)),
        UnixDomainSocketAddress.of(socket));
  }

  private static void assertAnswered(SlowClient client, String sent) throws Exception {
    client.send(sent);
    assertThat(client.answer(TestNode.END)).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "unix-socket"})
  void aHeadThatComesByteByByteIsNotWaitedFor(String kind) throws Exception {
    try (Served served = serve(kind);
        SlowClient client = served.connect()) {
      Instant begin = Instant.now();

      client.drip(PAUSE, REQUEST.replace("\r\n\r\n", "\r\nX-Long: " + "x".repeat(1_000)));

      assertThat(Duration.between(begin, Instant.now())).isGreaterThan(LIMIT.minus(PAUSE));
      assertThat(client.rest()).isEmpty();
      assertThat(served.node().answered()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "unix-socket"})
  void whoSaysNothingIsLetGoWithoutAWord(String kind) throws Exception {
    try (Served served = serve(kind);
        SlowClient client = served.connect()) {
      assertThat(client.rest()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "unix-socket"})
  void emptyLinesBeforeAHeadCountAsPartOfIt(String kind) throws Exception {
    try (Served served = serve(kind);
        SlowClient client = served.connect()) {
      assertAnswered(client, REQUEST);

      client.drip(PAUSE, "\r\n".repeat(500));

      assertThat(client.rest()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "unix-socket"})
  void aSecondHeadHasTheSameTimeAndNoMore(String kind) throws Exception {
    try (Served served = serve(kind);
        SlowClient client = served.connect()) {
      assertAnswered(client, REQUEST + REQUEST.substring(0, 10));

      assertThat(client.rest()).isEmpty();
      assertThat(served.node().answered()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "unix-socket"})
  void whoIsKeptAliveMayBeSilentForLonger(String kind) throws Exception {
    try (Served served = serve(kind);
        SlowClient client = served.connect();
        SlowClient slow = served.connect();
        SlowClient slower = served.connect()) {
      assertAnswered(client, REQUEST);
      // Their ends tell that more than the limit has passed.
      assertThat(slow.rest()).isEmpty();
      assertThat(slower.rest()).isEmpty();
      try (SlowClient slowest = served.connect()) {
        assertThat(slowest.rest()).isEmpty();
      }

      assertAnswered(client, REQUEST);
    }
  }
}
