package dev.hexdesk.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** How many connections an address may have, and which one goes when there is one too many. */
@Isolated("It expects a server to be done with a request once it has answered.")
@Timeout(30)
class ConnectionsPerAddressTest {
  private static final String HTTP = "type: http\nbindHost: 127.0.0.1\nport: 0\n";
  private static final String REQUEST = "GET /a HTTP/1.1\r\nHost: localhost\r\n\r\n";
  private static final String BEGINNING = "GET /a HTTP/1.1\r\nHost: ";

  @TempDir private Path folder;

  private TestNode node(int most, String... trusted) throws Exception {
    return TestNode.start(
        folder, HTTP, 200, new ConnectionsPerAddress(most, TrustedProxies.of(List.of(trusted))));
  }

  private static SlowClient connect(TestNode node, String from) throws IOException {
    SocketChannel channel = SocketChannel.open();
    channel.bind(new InetSocketAddress(from, 0));
    channel.connect(new InetSocketAddress("127.0.0.1", node.port()));
    return new SlowClient(channel);
  }

  /** Asks, so that the server certainly knows of the connection. */
  private static SlowClient idle(TestNode node, String from) throws Exception {
    SlowClient client = connect(node, from);
    client.send(REQUEST);
    assertThat(client.answer(TestNode.END)).startsWith("HTTP/1.1 200");
    return client;
  }

  /**
   * One for which another one gives way: as long as the server is busy with what it has answered
   * already, none can, and the new one is closed.
   */
  private static SlowClient oneMore(TestNode node, String from) throws Exception {
    while (true) {
      SlowClient client = connect(node, from);
      if (isAnswered(client)) {
        return client;
      }
      client.close();
    }
  }

  private static boolean isAnswered(SlowClient client) throws InterruptedException {
    try {
      client.send(REQUEST);
      return client.answer(TestNode.END).startsWith("HTTP/1.1 200");
    } catch (IOException closed) {
      return false;
    }
  }

  @Test
  void theOldestGivesWay() throws Exception {
    try (TestNode node = node(2);
        SlowClient first = idle(node, "127.0.0.1");
        SlowClient second = idle(node, "127.0.0.1");
        SlowClient other = idle(node, "127.0.0.2");
        SlowClient third = oneMore(node, "127.0.0.1")) {
      assertThat(first.rest()).isEmpty();
      for (SlowClient open : List.of(second, third, other)) {
        open.send(REQUEST);
        assertThat(open.answer(TestNode.END)).startsWith("HTTP/1.1 200");
      }
    }
  }

  @Test
  void oneThatSendsItsHeadGivesWayToo() throws Exception {
    try (TestNode node = node(1);
        SlowClient first = idle(node, "127.0.0.1")) {
      first.send(BEGINNING);
      try (SlowClient second = oneMore(node, "127.0.0.1")) {
        assertThat(first.rest()).isEmpty();
        second.send(REQUEST);
        assertThat(second.answer(TestNode.END)).startsWith("HTTP/1.1 200");
      }
    }
  }

  @Test
  void oneThatIsWorkedForStays() throws Exception {
    String head = "POST /a HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n\r\n";
    try (TestNode node = node(1);
        SlowClient first = connect(node, "127.0.0.1")) {
      first.send(head + "1");
      while (node.answered() == 0) {
        Thread.onSpinWait();
      }
      try (SlowClient second = connect(node, "127.0.0.1")) {
        assertThat(second.rest()).isEmpty();
      }
      first.send("2");
      assertThat(first.answer(TestNode.END)).startsWith("HTTP/1.1 200");
    }
  }

  /** Whoever closes them, and before or after an answer; of some the server may not know yet. */
  @Test
  void thoseThatWereClosedCountNoMore() throws Exception {
    try (TestNode node = node(20)) {
      for (int n = 0; n < 50; n++) {
        idle(node, "127.0.0.1").close();
        try (SlowClient one = connect(node, "127.0.0.1")) {
          one.send("GET /a HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
          assertThat(one.rest()).startsWith("HTTP/1.1 200");
        }
        try (SlowClient one = connect(node, "127.0.0.1")) {
          one.send(BEGINNING);
        }
      }
    }
  }

  @Test
  void aProxyThatIsTrustedSpeaksForMany() throws Exception {
    try (TestNode node = node(1, "127.0.0.0/8");
        SlowClient first = idle(node, "127.0.0.1");
        SlowClient second = idle(node, "127.0.0.1")) {
      for (SlowClient open : List.of(first, second)) {
        open.send(REQUEST);
        assertThat(open.answer(TestNode.END)).startsWith("HTTP/1.1 200");
      }
    }
  }
}
