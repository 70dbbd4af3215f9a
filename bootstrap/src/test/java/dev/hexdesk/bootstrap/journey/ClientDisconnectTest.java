package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.slf4j.LoggerFactory;

/** Clients that lose their connection while they are being answered. */
@Isolated("A server that starts meanwhile would take the log that it reads.")
@Timeout(60)
class ClientDisconnectTest {
  private static final int TICKETS = 60;
  private static final int CLIENTS = 3;

  @Test
  void isNoErrorOfTheServers() throws Exception {
    try (TestServer desk = TestServer.start(Installation.prepared())) {
      Person support = desk.given().user("support");
      // More than fits into the buffers between server and client.
      long employee = desk.given().employee();
      for (int n = 0; n < TICKETS; n++) {
        desk.as(support)
            .post(
                "/tickets",
                ServerFixture.ticketBody(employee).put("description", "😀".repeat(10_000)))
            .expect(201);
      }
      for (int n = 0; n < CLIENTS; n++) {
        beginAndGoAway(desk, support);
      }
      Path logs = desk.installation().folder().resolve("logs");
      while (lines(logs.resolve("requests.log"), "GET /api/v1/tickets ").size() < CLIENTS) {
        desk.asNobody().get("/health").expect(200); // each line comes once its answer has ended
      }
      LoggerFactory.getLogger("test").error("the last error");
      while (lines(logs.resolve("hexdesk-errors.log"), "the last error").isEmpty()) {
        Thread.onSpinWait();
      }

      assertThat(Files.readAllLines(logs.resolve("hexdesk-errors.log")))
          .singleElement()
          .asString()
          .endsWith("the last error");
      assertThat(lines(logs.resolve("hexdesk.log"), "! ")).isEmpty();
    }
  }

  private static void beginAndGoAway(TestServer desk, Person caller) throws IOException {
    try (Socket socket = new Socket()) {
      socket.setReceiveBufferSize(4096);
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), desk.port()));
      OutputStream out = socket.getOutputStream();
      out.write(
          ("GET /api/v1/tickets?limit=100 HTTP/1.1\r\n"
                  + "Host: localhost\r\n"
                  + "Authorization: Bearer "
                  + caller.token()
                  + "\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      assertThat(socket.getInputStream().readNBytes(12)).asString().isEqualTo("HTTP/1.1 200");
      socket.setSoLinger(true, 0);
    }
  }

  private static List<String> lines(Path file, String part) throws IOException {
    try (var all = Files.lines(file)) {
      return all.filter(line -> line.contains(part)).toList();
    }
  }
}
