package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hexdesk.bootstrap.http.SlowClient;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Bodies that take their time: who sends them, how many, and for how long. */
@Timeout(60)
class SlowBodiesTest {
  private static final Duration BODY_TIMEOUT = Duration.ofSeconds(2);
  private static final int CREDIT = 20_000;

  /** More than a half of what one user may have held here. */
  private static final int LARGE = 700_000;

  private static TestServer desk;

  @BeforeAll
  static void start() throws Exception {
    Installation installation = Installation.prepared();
    installation.edit("bodyTimeout: 20s", "bodyTimeout: " + BODY_TIMEOUT.toMillis() + "ms");
    installation.edit("heldBodies: 64MiB", "heldBodies: 8MiB");
    desk = TestServer.start(installation);
  }

  @AfterAll
  static void stop() throws Exception {
    desk.close();
  }

  private static SlowClient connect() throws IOException {
    return new SlowClient(SocketChannel.open(new InetSocketAddress("localhost", desk.port())));
  }

  private static String head(String path, String type, long length, String... headers) {
    return "POST /api/v1"
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
        + type
        + "\r\nContent-Length: "
        + length
        + "\r\n"
        + String.join("", headers)
        + "\r\n";
  }

  private static String json(String path, Person person, long length) {
    return head(
        path, "application/json", length, "Authorization: Bearer " + person.token() + "\r\n");
  }

  /** The request begins while the sender may do it, and ends when they may not any more. */
  @ParameterizedTest
  @EnumSource(Revocation.class)
  void whoSendsABodyIsLookedAtOnceItIsThere(Revocation loss) throws Exception {
    Person leaver = desk.given().user("admin");
    ObjectNode friend = ServerFixture.userBody("admin");
    String body = " ".repeat(CREDIT) + friend;
    try (SlowClient client = connect()) {
      client.send(json("/users", leaver, body.length()) + " ".repeat(CREDIT));
      loss.happenTo(leaver, desk.given().asAdmin());
      client.send(friend.toString());

      assertThat(client.rest()).startsWith("HTTP/1.1 " + loss.answer());
    }
    desk.token(friend.path("username").textValue(), Installation.PASSWORD).expect(400);
  }

  @Test
  void aBodyHasItsTimeHoweverMuchOfItCameAtFirst() throws Exception {
    try (SlowClient client = connect()) {
      Instant begin = Instant.now();
      client.send(json("/employees", desk.given().manager(), LARGE) + " ".repeat(CREDIT));
      client.drip(Duration.ofMillis(100), " ".repeat(600));

      assertThat(client.rest()).startsWith("HTTP/1.1 400").contains("too slow", "onnection: close");
      assertThat(Duration.between(begin, Instant.now()))
          .isBetween(BODY_TIMEOUT.minusMillis(200), BODY_TIMEOUT.plusSeconds(15));
    }
  }

  @Test
  void aLoginThatIsTooLargeIsRefusedAlsoWhereItsBodyDoesNotCome() throws Exception {
    try (SlowClient client = connect()) {
      client.send(head("/token", "application/x-www-form-urlencoded", (1 << 14) + 1));

      assertThat(client.rest()).startsWith("HTTP/1.1 413");
    }
  }

  @Test
  void aStrangersBodyIsNotWaitedForLong() throws Exception {
    try (SlowClient client = connect()) {
      client.send(head("/employees", "application/json", 1000));

      assertThat(client.rest()).startsWith("HTTP/1.1 401");
    }
  }

  /**
   * Were the connection closed on a body that still comes, a proxy would see it reset, and answer
   * in its own words.
   */
  @ParameterizedTest
  @CsvSource({
    "/token, application/x-www-form-urlencoded, HTTP/1.1 413",
    "/employees, application/json, HTTP/1.1 401"
  })
  void whoSendsOnReadsWhyTheyAreRefused(String path, String type, String answer) throws Exception {
    try (SlowClient client = connect()) {
      client.send(head(path, type, CREDIT));
      int sent = client.drip(Duration.ofMillis(1), " ".repeat(CREDIT), CREDIT / 20);

      assertThat(sent).as("bytes that were read before the answer").isEqualTo(CREDIT);
      assertThat(client.rest()).startsWith(answer);
    }
  }

  /** What comes without end is not read without end. */
  @Test
  void aRefusedBodyIsNotReadForEver() throws Exception {
    try (SlowClient client = connect()) {
      client.send(
          head("/token", "application/x-www-form-urlencoded", 0)
              .replace("Content-Length: 0", "Transfer-Encoding: chunked"));
      String chunk = "10000\r\n" + " ".repeat(1 << 16) + "\r\n";
      client.drip(Duration.ofMillis(1), chunk.repeat(64), chunk.length());

      assertThat(client.rest()).startsWith("HTTP/1.1 413").contains("onnection: close");
    }
  }

  @Test
  void nobodyFillsTheRoomForTheBodiesOfOthers() throws Exception {
    Person greedy = desk.given().user("manager");
    Person other = desk.given().user("manager");
    try (SlowClient first = connect();
        SlowClient second = connect()) {
      first.send(json("/employees", greedy, LARGE) + " ".repeat(LARGE - 1));
      second.send(json("/employees", greedy, LARGE) + " ".repeat(LARGE - 1));
      desk.as(other).post("/employees", ServerFixture.employeeBody()).expect(201);

      // Whichever comes later into the room finds it full, or each finds the other one there.
      assertThat(List.of(first.rest(), second.rest()))
          .allMatch(it -> it.startsWith("HTTP/1.1 400") || it.startsWith("HTTP/1.1 503"))
          .anyMatch(it -> it.startsWith("HTTP/1.1 503") && it.contains("Retry-After: "));
    }
    desk.as(greedy).post("/employees", ServerFixture.employeeBody()).expect(201);
  }
}
