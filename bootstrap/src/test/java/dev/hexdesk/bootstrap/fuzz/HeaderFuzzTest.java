package dev.hexdesk.bootstrap.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.bootstrap.fuzz.Responses.Response;
import dev.hexdesk.bootstrap.journey.TestServer;
import dev.hexdesk.bootstrap.journey.TestServers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Headers that nobody sends: each request has its one answer, or is the connection's last. */
@ExtendWith(TestServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeaderFuzzTest {
  private static final String MARKER = "the-next-request";
  private static final String REQUEST_ID = "[A-Za-z0-9._-]{1,64}";
  private static final int WHILE_MILLISECONDS = 1_000;
  private static final int TIMEOUT_MILLIS = 20_000;

  private TestServer desk;
  private String token;

  /**
   * @param request a character for each byte
   */
  record Input(String request) {}

  @BeforeAll
  void begin(TestServer desk) {
    this.desk = desk;
    token = desk.given().user("support").token();
  }

  @Test
  void noHeaderLeadsTheServerAstray() {
    new Fuzz<>(HeaderFuzzTest.class, Input.class, 1_000)
        .run(random -> new HeaderMutation(new RandomChoices(random)).input(), this::check);
  }

  private void check(Input input) {
    String next =
        "GET /api/v1/status HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\n"
            + "Connection: close\r\nX-Request-Id: "
            + MARKER
            + "\r\n\r\n";
    List<Response> answers = send(input.request() + next);
    assertThat(answers).as("answers").hasSizeBetween(1, 2);
    for (Response answer : answers) {
      assertThat(answer.status()).as("%s", answer).isLessThan(500);
      assertThat(answer.all("X-Request-Id"))
          .as("%s", answer)
          .singleElement()
          .asString()
          .matches(REQUEST_ID)
          .isNotEqualTo(HeaderMutation.SMUGGLED);
    }
    assertThat(answers.getFirst().all("X-Request-Id")).doesNotContain(MARKER);
    answers.stream()
        .filter(answer -> answer.all("X-Request-Id").contains(MARKER))
        .forEach(answer -> assertThat(answer.body()).isEqualTo("{\"status\":\"ok\"}"));
    assertThat(send(next)).extracting(Response::status).containsExactly(200);
  }

  /** Everything at once; a server that waits for more is told, after a while, that none comes. */
  private List<Response> send(String requests) {
    byte[] bytes = requests.replace("{token}", token).getBytes(StandardCharsets.ISO_8859_1);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), desk.root().getPort())) {
      write(socket, bytes);
      ByteArrayOutputStream read = new ByteArrayOutputStream();
      if (!readToEnd(socket, read, WHILE_MILLISECONDS)) {
        socket.shutdownOutput();
        assertThat(readToEnd(socket, read, TIMEOUT_MILLIS)).as("closed").isTrue();
      }
      return Responses.of(read.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Socket socket, byte[] bytes) throws IOException {
    try {
      OutputStream out = socket.getOutputStream();
      out.write(bytes);
      out.flush();
    } catch (SocketException refused) {
      // The server may answer and close before it has read everything.
    }
  }

  private static boolean readToEnd(Socket socket, ByteArrayOutputStream read, int timeout)
      throws IOException {
    socket.setSoTimeout(timeout);
    try {
      socket.getInputStream().transferTo(read);
      return true;
    } catch (SocketTimeoutException waiting) {
      return false;
    } catch (SocketException reset) {
      // What came before the end is the answer.
      return true;
    }
  }
}
