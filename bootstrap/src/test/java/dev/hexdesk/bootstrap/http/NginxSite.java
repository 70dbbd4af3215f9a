package dev.hexdesk.bootstrap.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import ch.qos.logback.classic.Level;
import io.dropwizard.logging.common.BootstrapLogging;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;

/** The site that an operator gets for nginx, in a real nginx before one node, and clients of it. */
final class NginxSite implements AutoCloseable {
  static final String BEHIND_PROXY = "type: http\nbindHost: 127.0.0.1\nport: 0\n";
  static final String END_OF_HEAD = "\r\n\r\n";
  private static final Pattern LENGTH = Pattern.compile("\r\nContent-Length: ([0-9]+)\r\n");

  /** The one that is quick without the processor's instructions for AES, which C1 does not use. */
  private static final String[] CIPHERS = {"TLS_CHACHA20_POLY1305_SHA256"};

  private final Path folder;
  private final TestCertificate certificate;
  private final HttpClient client;
  private final TestNode node;
  private final Nginx nginx;

  private NginxSite(Path folder) throws Exception {
    this.folder = folder;
    certificate = TestCertificate.make(folder);
    client =
        HttpClient.newBuilder()
            .sslContext(certificate.trusting())
            .sslParameters(new SSLParameters(CIPHERS, new String[] {"TLSv1.3"}))
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    node = TestNode.start(folder, BEHIND_PROXY, 200);
    nginx = beside(at(node));
  }

  /** Starts it, or gives the tests up where there is no nginx. */
  static NginxSite start(Path folder) throws Exception {
    BootstrapLogging.bootstrap(Level.OFF);
    assumeFalse(Nginx.isMissing(), "nginx is not installed");
    return new NginxSite(folder);
  }

  Nginx nginx() {
    return nginx;
  }

  /** Another nginx with the same site, before other nodes. */
  Nginx beside(String... nodes) throws Exception {
    return Nginx.start(folder, certificate, nodes);
  }

  /** Another nginx with the same site and node, where an address may have so many connections. */
  Nginx beside(int connections) throws Exception {
    return Nginx.start(folder, certificate, connections, at(node));
  }

  static String at(TestNode node) {
    return "server 127.0.0.1:" + node.port() + " max_fails=0;";
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(tls(path).build());
  }

  HttpResponse<String> post(String path, int size) throws Exception {
    return send(tls(path).POST(BodyPublishers.ofByteArray(new byte[size])).build());
  }

  HttpRequest.Builder tls(String path) {
    return request("https", nginx.tlsPort(), path);
  }

  static HttpRequest.Builder request(String scheme, int port, String path) {
    return HttpRequest.newBuilder(URI.create(scheme + "://localhost:" + port + path))
        .timeout(Duration.ofSeconds(15));
  }

  HttpResponse<String> send(HttpRequest request) throws Exception {
    return client.send(request, BodyHandlers.ofString());
  }

  static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("none");
  }

  /** What the node has told of the request. */
  static String told(HttpResponse<?> answer, String what) {
    return header(answer, TestNode.TOLD + what);
  }

  /** Sends what no client of good manners would, and reads one answer. */
  String raw(String sent) throws Exception {
    try (Socket socket = connect()) {
      write(socket, sent);
      InputStream in = socket.getInputStream();
      StringBuilder answer = new StringBuilder();
      while (answer.indexOf(END_OF_HEAD) < 0) {
        answer.append(oneOf(in));
      }
      Matcher length = LENGTH.matcher(answer);
      assertThat(length.find()).as("Content-Length in %s", answer).isTrue();
      byte[] body = in.readNBytes(Integer.parseInt(length.group(1)));
      return answer + new String(body, UTF_8);
    }
  }

  private static char oneOf(InputStream in) throws IOException {
    int octet = in.read();
    if (octet < 0) {
      throw new EOFException("the connection ended within the head");
    }
    return (char) octet;
  }

  Socket connect() throws IOException {
    return connect(nginx);
  }

  Socket connect(Nginx other) throws IOException {
    return certificate.trusting().getSocketFactory().createSocket("localhost", other.tlsPort());
  }

  static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(UTF_8));
    socket.getOutputStream().flush();
  }

  @Override
  public void close() throws Exception {
    nginx.close();
    node.close();
    client.close();
  }
}
