package dev.hexdesk.bootstrap.hardening;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.bootstrap.journey.Installation;
import dev.hexdesk.bootstrap.journey.Person;
import dev.hexdesk.bootstrap.journey.TestServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What others feel of slow clients, at a server as it is configured by default. */
@Isolated("It measures time.")
@Timeout(120)
class SlownessTest {
  private static final int SLOW_CLIENTS = 3_000;
  private static final int ROUNDS = 5;
  private static final Duration ROUND = Duration.ofMillis(600);

  /** Milliseconds that mean nothing. */
  private static final double NOISE = 1;

  private static final String HEAD = "GET /api/v1/status HTTP/1.1\r\nHost: localhost\r\nX-Slow: ";

  /** So many connections come from each address. */
  private static final int OF_ONE_ADDRESS = 200;

  private static final String BODY =
      """
      POST /api/v1/token HTTP/1.1\r
      Host: localhost\r
      Content-Type: application/x-www-form-urlencoded\r
      Content-Length: 1000\r
      \r
      """;

  private static TestServer desk;

  @BeforeAll
  static void start() throws Exception {
    desk = TestServer.start(Installation.prepared());
  }

  @AfterAll
  static void stop() throws Exception {
    desk.close();
  }

  /**
   * Quiet and crowded rounds take turns, and each is compared with its neighbour, so that whatever
   * else the machine does weighs on both alike.
   */
  @ParameterizedTest
  @EnumSource(Kind.class)
  void threeThousandOfThemSlowNobodyElseDown(Kind kind) throws Exception {
    Person person = desk.given().support();
    String credit = kind.credit(desk.given().manager());
    percentile99(person);
    double[] ratios = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      double quiet = percentile99(person);
      try (Crowd ignored = Crowd.gather(credit)) {
        ratios[round] = (percentile99(person) - NOISE) / quiet;
      }
    }

    assertThat(median(ratios)).as("of %s", Arrays.toString(ratios)).isLessThan(1.5);
  }

  /** How long all requests but the slowest of a hundred take, in milliseconds. */
  private static double percentile99(Person person) {
    List<Double> times = new ArrayList<>();
    long end = System.nanoTime() + ROUND.toNanos();
    while (System.nanoTime() < end) {
      long begin = System.nanoTime();
      desk.as(person).get("/status").expect(200);
      times.add((System.nanoTime() - begin) / 1e6);
    }
    times.sort(Comparator.naturalOrder());
    return times.get(times.size() * 99 / 100);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** What the crowd is slow with, after what it sends at once. */
  private enum Kind {
    HEADS,
    LOGINS,
    BODIES;

    String credit(Person person) {
      return switch (this) {
        case HEADS -> "";
        case LOGINS -> BODY.replace("1000", "16000") + "x".repeat(15_000);
        case BODIES ->
            BODY.replace("/token", "/employees")
                    .replace(
                        "Content-Length: 1000",
                        "Authorization: Bearer " + person.token() + "\r\nContent-Length: 1000000")
                    .replace("x-www-form-urlencoded", "json")
                + " ".repeat(2_000);
      };
    }
  }

  /** Three thousand connections; each sends something at once, and then a byte now and then. */
  private record Crowd(List<SocketChannel> channels, Thread dripping) implements AutoCloseable {
    static Crowd gather(String credit) throws IOException {
      List<SocketChannel> channels = new ArrayList<>();
      for (int n = 0; n < SLOW_CLIENTS; n++) {
        channels.add(connect(n / OF_ONE_ADDRESS, credit));
      }
      return new Crowd(channels, Thread.ofVirtual().start(() -> drip(channels)));
    }

    /** Not more of one address than a server lets in. */
    private static SocketChannel connect(int address, String credit) throws IOException {
      SocketChannel channel = SocketChannel.open();
      channel.bind(new InetSocketAddress("127.0.0." + (10 + address), 0));
      channel.connect(new InetSocketAddress("127.0.0.1", desk.port()));
      channel.write(ByteBuffer.wrap(credit.getBytes(US_ASCII)));
      return channel;
    }

    private static void drip(List<SocketChannel> channels) {
      for (byte octet : HEAD.getBytes(US_ASCII)) {
        for (SocketChannel channel : channels) {
          if (!Thread.currentThread().isInterrupted()) {
            send(channel, octet);
            // As many at a time as would be by chance, were each to send one every five seconds.
            LockSupport.parkNanos(5_000_000_000L / SLOW_CLIENTS);
          }
        }
      }
    }

    private static void send(SocketChannel channel, byte octet) {
      try {
        channel.write(ByteBuffer.wrap(new byte[] {octet}));
      } catch (IOException left) {
        // Let go of already; the others go on.
      }
    }

    @Override
    public void close() throws Exception {
      dripping.interrupt();
      for (SocketChannel channel : channels) {
        channel.close();
      }
      dripping.join();
    }
  }
}
