package dev.hexdesk.bootstrap.journey;

import dev.hexdesk.bootstrap.http.FreePort;
import dev.hexdesk.bootstrap.http.InstalledProgram;
import dev.hexdesk.bootstrap.http.Nginx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A proxy of another make than the shipped site is for, with the lines that docs/operations.md
 * shows for it. It shows the server below {@code /desk} and compresses what it can.
 */
enum OtherProxy {
  NGINX(
      "nginx",
      "nginx",
      "nginx",
      "location /desk/",
      """
      %3$s
      daemon off;
      pid nginx.pid;
      error_log output.txt;
      worker_processes 1;
      events {}
      http {
        access_log off;
        %4$s
        gzip on;
        gzip_types application/json;
        server {
          listen 127.0.0.1:%1$d;
          %2$s
        }
      }
      """) {
    @Override
    List<String> options(Path folder, Path settings) {
      return List.of("-p", folder.toString(), "-e", "output.txt", "-c", settings.toString());
    }

    @Override
    String asRoot() {
      return "user root;";
    }

    @Override
    String scheme() {
      // It tells how it was reached, which is without TLS here.
      return "http";
    }

    @Override
    String withPortsOfClients(String shown) {
      return replaced(shown, "$remote_addr;", "$remote_addr:$remote_port;");
    }
  },

  APACHE(
      "apache2",
      "apache2-bin",
      "apache",
      "ProxyPass ",
      """
      ServerName localhost
      Listen 127.0.0.1:%1$d
      PidFile apache.pid
      DefaultRuntimeDir .
      ErrorLog output.txt
      LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
      LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
      LoadModule headers_module /usr/lib/apache2/modules/mod_headers.so
      LoadModule filter_module /usr/lib/apache2/modules/mod_filter.so
      LoadModule deflate_module /usr/lib/apache2/modules/mod_deflate.so
      LoadModule proxy_module /usr/lib/apache2/modules/mod_proxy.so
      LoadModule proxy_http_module /usr/lib/apache2/modules/mod_proxy_http.so
      %3$s
      AddOutputFilterByType DEFLATE application/json
      %2$s
      """) {
    @Override
    List<String> options(Path folder, Path settings) {
      return List.of("-d", folder.toString(), "-f", settings.toString(), "-D", "FOREGROUND");
    }

    @Override
    String asRoot() {
      return """
      User nobody
      Group nogroup
      """;
    }

    @Override
    String compressedTag() {
      return "\"1-gzip\"";
    }

    @Override
    String withPortsOfClients(String shown) {
      return shown
          + """
          ProxyAddHeaders off
          RequestHeader set X-Forwarded-For "expr=%{REMOTE_ADDR}:%{REMOTE_PORT}"
          RequestHeader set X-Forwarded-Host "expr=%{HTTP_HOST}"
          """;
    }
  },

  HAPROXY(
      "haproxy",
      "haproxy",
      "haproxy",
      "backend hexdesk",
      """
      %3$s
      defaults
        mode http
        timeout connect 2s
        timeout client 30s
        timeout server 120s
        compression algo gzip
        compression type application/json
      frontend outside
        bind 127.0.0.1:%1$d
        default_backend hexdesk
      %2$s
      """) {
    @Override
    List<String> options(Path folder, Path settings) {
      return List.of("-db", "-C", folder.toString(), "-f", settings.toString());
    }

    @Override
    String withPortsOfClients(String shown) {
      return replaced(
          shown, "option forwardfor", "http-request set-header X-Forwarded-For %[src]:%[src_port]");
    }
  };

  private static final String NODE = "127.0.0.1:8080";

  private final String program;
  private final String debianPackage;
  private final String language;
  private final String shownBy;
  private final String surroundings;

  OtherProxy(
      String program, String debianPackage, String language, String shownBy, String surroundings) {
    this.program = program;
    this.debianPackage = debianPackage;
    this.language = language;
    this.shownBy = shownBy;
    this.surroundings = surroundings;
  }

  abstract List<String> options(Path folder, Path settings);

  /** What it has to be told where root starts it. */
  String asRoot() {
    return "";
  }

  /** What it makes of the tag {@code "1"} where it compresses an answer. */
  String compressedTag() {
    return "W/\"1\"";
  }

  /** How clients reach it, by what it tells the server. */
  String scheme() {
    return "https";
  }

  /** The configuration that is shown, changed so that it sends clients' ports with addresses. */
  abstract String withPortsOfClients(String shown);

  /** A running one. */
  record Running(Process process, int port) implements AutoCloseable {
    /** The server as it is seen from outside. */
    String url() {
      return "http://127.0.0.1:" + port + "/desk";
    }

    @Override
    public void close() throws Exception {
      process.destroy();
      process.waitFor();
    }
  }

  Running start(Path parent, int node) throws Exception {
    return start(parent, node, shown());
  }

  Running startTellingPorts(Path parent, int node) throws Exception {
    return start(parent, node, withPortsOfClients(shown()));
  }

  private String shown() throws IOException {
    return OperatorsGuide.block(language, shownBy);
  }

  private Running start(Path parent, int node, String shown) throws Exception {
    Path file = new InstalledProgram(program, debianPackage).required();
    Path folder = Files.createTempDirectory(parent, name().toLowerCase(Locale.ROOT));
    int port = FreePort.next();
    boolean root = "root".equals(System.getProperty("user.name"));
    Path settings =
        Files.writeString(
            folder.resolve("settings.conf"),
            surroundings.formatted(
                port,
                replaced(shown, NODE, "127.0.0.1:" + node),
                root ? asRoot() : "",
                Nginx.FOLDERS));
    List<String> command = new ArrayList<>(List.of(file.toString()));
    command.addAll(options(folder, settings));
    Path output = folder.resolve("output.txt");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
    Running running = new Running(builder.start(), port);
    awaitReady(running, output);
    return running;
  }

  private static String replaced(String text, String shown, String wanted) {
    if (!text.contains(shown)) {
      throw new IllegalStateException("there is no longer any " + shown + " in\n" + text);
    }
    return text.replace(shown, wanted);
  }

  private static void awaitReady(Running running, Path output) throws Exception {
    while (true) {
      try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), running.port())) {
        return;
      } catch (IOException notYet) {
        if (!running.process().isAlive()) {
          throw new IOException(Files.readString(output), notYet);
        }
        Thread.sleep(10);
      }
    }
  }
}
