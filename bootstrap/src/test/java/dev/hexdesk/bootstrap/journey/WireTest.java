package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the server says to clients whose HTTP is none. */
class WireTest extends Journey {
  private static final String GET = "GET /api/v1/me HTTP/1.1";
  private static final String HOST = "Host: localhost";
  private static final String CLOSE = "Connection: close";

  private Answer send(String... lines) throws IOException {
    return new RawHttp(desk.port()).send(lines);
  }

  @Test
  void malformedHttpIsAProblemToo() throws IOException {
    List<Answer> answers =
        List.of(
            send("nonsense"),
            send(GET),
            send("GET /api/v1/%zz HTTP/1.1", HOST),
            send(GET, HOST, "X-Space : 1"),
            send(GET, HOST, "X-Folded: 1", " 2"),
            send(GET, HOST, "Host: other"),
            send(
                "POST /api/v1/tickets HTTP/1.1",
                HOST,
                "Content-Length: 2",
                "Content-Length: 3",
                "",
                "{}"),
            send(
                "POST /api/v1/tickets HTTP/1.1",
                HOST,
                "Content-Length: 2",
                "Transfer-Encoding: chunked",
                "",
                "0",
                ""),
            send("POST /api/v1/tickets HTTP/1.1", HOST, "Content-Length: many", "", "{}"));

    answers.forEach(answer -> answer.expectProblem(400, "malformed_request"));
    assertThat(answers.getFirst().text("instance")).isEqualTo("/");
  }

  @Test
  void tooMuchOfEverythingIsAProblemToo() throws IOException {
    send(GET, HOST, "X-Long: " + "x".repeat(9_000)).expectProblem(431, "headers_too_large");
    String[] many = new String[2_002];
    Arrays.fill(many, "X-Many: 1");
    many[0] = GET;
    many[1] = HOST;
    send(many).expectProblem(431, "headers_too_large");
    send("GET /api/v1/users?q=" + "x".repeat(9_000) + " HTTP/1.1", HOST)
        .expectProblem(414, "uri_too_long");
  }

  @Test
  void anUnknownVersionOfHttpIsRefused() throws IOException {
    Answer answer = send("GET /api/v1/me HTTP/9.9", HOST);

    assertThat(answer.status()).isIn(400, 505);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
  }

  @Test
  void twoAuthorizationsAreRefused() throws IOException {
    String bearer = "Authorization: Bearer " + admin.token();

    send(GET, HOST, bearer, CLOSE).expect(200);
    send(GET, HOST, bearer, bearer, CLOSE).expectProblem(400, "malformed_request");
  }

  @Test
  void theEndOfAConnectionIsAnnounced() throws IOException {
    String large = "x".repeat(2 << 20);
    for (Answer answer :
        List.of(
            send("nonsense"),
            send("GET /api/v1/users?q=" + "x".repeat(9_000) + " HTTP/1.1", HOST),
            send(GET, HOST, "X-Long: " + "x".repeat(9_000)),
            send("POST /api/v1/tickets HTTP/1.1", HOST, "Content-Length: " + (2 << 20), "", large),
            as(admin).send("POST", "/tickets", large))) {
      assertThat(answer.status()).as("%s", answer).isBetween(400, 499);
      assertThat(answer.header("Connection")).as("%s", answer).isEqualTo("close");
    }
    assertThat(as(admin).post("/tickets", Json.object()).expect(422).header("Connection"))
        .isEmpty();
  }
}
