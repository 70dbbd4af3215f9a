package dev.hexdesk.bootstrap.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import com.codahale.metrics.MetricRegistry;
import dev.hexdesk.bootstrap.cli.OperatorException;
import io.dropwizard.configuration.ConfigurationValidationException;
import io.dropwizard.jetty.ConnectorFactory;
import io.dropwizard.logging.common.BootstrapLogging;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnixSocketConnectorFactoryTest {
  @TempDir private Path folder;
  private Path socket;
  private final Server server = new Server();

  @BeforeAll
  static void keepJettyQuiet() {
    BootstrapLogging.bootstrap(Level.OFF);
  }

  @BeforeEach
  void nameSocket() {
    socket = folder.resolve("hexdesk.sock");
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  @Test
  void answersRequests() throws Exception {
    start("");

    assertThat(ask("GET /api/v1/status HTTP/1.1\r\nHost: desk.example.org\r\n"))
        .startsWith("HTTP/1.1 200 ")
        .endsWith("http://desk.example.org/api/v1/status");
  }

  @Test
  void opensItselfToOwnerAndGroupUnlessToldOtherwise() throws Exception {
    start("");

    assertThat(modeOfSocket()).isEqualTo("rw-rw----");
  }

  @Test
  void hasTheModeThatItIsGiven() throws Exception {
    start("mode: rw-------");

    assertThat(modeOfSocket()).isEqualTo("rw-------");
  }

  @Test
  void removesTheSocketOfAServerThatWasKilled() throws Exception {
    // Closing leaves the file, as the end of a process does.
    ServerSocketChannel.open(StandardProtocolFamily.UNIX)
        .bind(UnixDomainSocketAddress.of(socket))
        .close();

    start("");

    assertThat(ask("GET / HTTP/1.1\r\nHost: localhost\r\n")).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void leavesTheSocketOfAServerThatRuns() throws Exception {
    try (ServerSocketChannel other = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      other.bind(UnixDomainSocketAddress.of(socket));

      assertThatThrownBy(() -> start(""))
          .isInstanceOf(OperatorException.class)
          .hasMessageContaining("Another server listens");
      server.stop();
      assertThat(socket).exists();
    }
  }

  @Test
  void neverRemovesAnythingButASocket() throws Exception {
    Files.writeString(socket, "dear to somebody");

    assertThatThrownBy(() -> start(""))
        .isInstanceOf(OperatorException.class)
        .hasMessageContaining("is no socket");
    server.stop();
    assertThat(socket).hasContent("dear to somebody");
  }

  @Test
  void followsNoLink() throws Exception {
    Path other = folder.resolve("other.sock");
    ServerSocketChannel.open(StandardProtocolFamily.UNIX)
        .bind(UnixDomainSocketAddress.of(other))
        .close();
    Files.createSymbolicLink(socket, other);

    assertThatThrownBy(() -> start(""))
        .isInstanceOf(OperatorException.class)
        .hasMessageContaining("is no socket");
    server.stop();
    assertThat(socket).isSymbolicLink();
    assertThat(other).exists();
  }

  @Test
  void saysWhenItsFolderIsMissing() {
    socket = folder.resolve("missing").resolve("hexdesk.sock");

    assertThatThrownBy(() -> start(""))
        .isInstanceOf(OperatorException.class)
        .hasMessageContaining("Its folder has to be there");
  }

  @Test
  void takesItsSocketAway() throws Exception {
    start("");
    server.stop();

    assertThat(filesBeside(socket)).isEmpty();
  }

  @Test
  void leavesTheSocketOfWhoeverCameAfterIt() throws Exception {
    start("");
    Files.delete(socket);
    try (ServerSocketChannel other = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      other.bind(UnixDomainSocketAddress.of(socket));

      server.stop();

      assertThat(filesBeside(socket)).containsExactly(socket);
    }
  }

  @Test
  void canBeStartedAgain() throws Exception {
    start("");
    server.stop();
    server.start();

    assertThat(ask("GET / HTTP/1.1\r\nHost: localhost\r\n")).startsWith("HTTP/1.1 200 ");
  }

  private List<Path> filesBeside(Path path) throws IOException {
    try (Stream<Path> files = Files.list(path.resolveSibling("."))) {
      return files.map(Path::normalize).filter(file -> !file.endsWith("connector.yml")).toList();
    }
  }

  @Test
  void refusesAModeOfDigits() {
    // YAML would read the octal number 0660 as 432.
    assertThatThrownBy(() -> configured("mode: 0660"))
        .isInstanceOf(ConfigurationValidationException.class)
        .hasMessageContaining("mode must be a mode such as rw-rw----");
  }

  @Test
  void refusesAPathThatTheSystemWouldCutShort() {
    socket = folder.resolve("x".repeat(80));

    assertThatThrownBy(() -> configured(""))
        .isInstanceOf(ConfigurationValidationException.class)
        .hasMessageContaining("path must have at most");
  }

  @Test
  void needsAPath() {
    assertThatThrownBy(() -> read("type: unix-socket"))
        .isInstanceOf(ConfigurationValidationException.class)
        .hasMessageContaining("path");
  }

  private void start(String settings) throws Exception {
    server.addConnector(
        configured(settings)
            .build(server, new MetricRegistry(), "application", server.getThreadPool()));
    server.setHandler(new Echo());
    server.start();
  }

  private ConnectorFactory configured(String settings) throws Exception {
    return read("type: unix-socket\npath: " + socket + "\n" + settings + "\n");
  }

  private ConnectorFactory read(String yaml) throws Exception {
    return TestNode.connector(folder, yaml);
  }

  private String ask(String head) throws Exception {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
      channel.write(ByteBuffer.wrap((head + "Connection: close\r\n\r\n").getBytes(UTF_8)));
      return new String(Channels.newInputStream(channel).readAllBytes(), UTF_8);
    }
  }

  private String modeOfSocket() throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(socket));
  }

  /** Answers with the address that it believes it was asked at. */
  private static final class Echo extends Handler.Abstract {
    @Override
    public boolean handle(Request request, Response response, Callback callback) {
      response.write(true, UTF_8.encode(request.getHttpURI().asString()), callback);
      return true;
    }
  }
}
