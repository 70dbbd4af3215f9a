package dev.hexdesk.bootstrap.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An nginx with the shipped site, on free ports and in a folder of its own. */
public final class Nginx implements AutoCloseable {
  private static final InstalledProgram PROGRAM = new InstalledProgram("nginx", "nginx");
  private static final Path SITE = Path.of("..", "setup", "nginx", "hexdesk.conf");

  // With what distributions set for all sites, as far as it could get in the way.
  /** Keeps what it writes of requests and answers in its own folder: settings for {@code http}. */
  public static final String FOLDERS =
      "client_body_temp_path client; proxy_temp_path proxy; fastcgi_temp_path fastcgi;"
          + " uwsgi_temp_path uwsgi; scgi_temp_path scgi;";

  private static final String MAIN =
      """
      %s
      worker_processes 1;
      daemon off;
      pid nginx.pid;
      error_log error.log info;
      events {}
      http {
        %s
        gzip on;
        gzip_types application/json application/problem+json;
        include site.conf;
      }
      """;

  /** What the site gives to an address. */
  private static final int CONNECTIONS = 100;

  private final Path folder;
  private final int plainPort;
  private final int tlsPort;
  private final Process process;

  private Nginx(Path folder, int plainPort, int tlsPort, Process process) {
    this.folder = folder;
    this.plainPort = plainPort;
    this.tlsPort = tlsPort;
    this.process = process;
  }

  /** Whether tests have to do without it. In CI they never do. */
  public static boolean isMissing() {
    return PROGRAM.isMissing();
  }

  /** Starts it with these lines in the place of the one that names the node. */
  public static Nginx start(Path parent, TestCertificate certificate, String... nodes)
      throws Exception {
    return start(parent, certificate, CONNECTIONS, nodes);
  }

  /** Starts it with another number of connections that an address may have. */
  static Nginx start(Path parent, TestCertificate certificate, int connections, String... nodes)
      throws Exception {
    Path folder = Files.createTempDirectory(parent, "nginx");
    int plainPort = FreePort.next();
    int tlsPort = FreePort.next();
    boolean root = "root".equals(System.getProperty("user.name"));
    Files.writeString(
        folder.resolve("nginx.conf"), MAIN.formatted(root ? "user root;" : "", FOLDERS));
    Files.writeString(
        folder.resolve("site.conf"),
        site(Map.of(
                "listen 80;",
                "listen 127.0.0.1:" + plainPort + ";",
                "listen 443 ssl http2;",
                "listen 127.0.0.1:" + tlsPort + " ssl http2;",
                "listen [::]:80;",
                "",
                "listen [::]:443 ssl http2;",
                "",
                "/etc/letsencrypt/live/hexdesk.example.org/fullchain.pem",
                certificate.certificate().toString(),
                "/etc/letsencrypt/live/hexdesk.example.org/privkey.pem",
                certificate.key().toString(),
                "server_name hexdesk.example.org",
                "server_name localhost",
                "/var/log/nginx/",
                folder + "/",
                "/var/www/html",
                folder.toString(),
                "server 127.0.0.1:8080 max_fails=0;",
                String.join("\n", nodes)))
            .replace(limit(CONNECTIONS), limit(connections)));
    check(folder);
    Nginx nginx = new Nginx(folder, plainPort, tlsPort, command(folder).start());
    nginx.awaitReady();
    return nginx;
  }

  /** What the shipped site says of one location. */
  static String location(String matching) throws IOException {
    String site = Files.readString(SITE);
    int begin = site.indexOf("    location " + matching + " {");
    if (begin < 0) {
      throw new IllegalStateException(SITE + " no longer has " + matching);
    }
    return site.substring(begin, site.indexOf("\n    }\n", begin));
  }

  private static String limit(int connections) {
    return "limit_conn hexdesk_connections " + connections + ";";
  }

  private static String site(Map<String, String> substitutions) throws IOException {
    String site = Files.readString(SITE);
    // The longer ones first, as some contain others.
    List<String> longestFirst =
        substitutions.keySet().stream()
            .sorted((one, other) -> other.length() - one.length())
            .toList();
    for (String original : longestFirst) {
      if (!site.contains(original)) {
        throw new IllegalStateException(SITE + " no longer has " + original);
      }
      site = site.replace(original, substitutions.get(original));
    }
    return site;
  }

  private static void check(Path folder) throws Exception {
    Process check = command(folder, "-t").redirectErrorStream(true).start();
    String words = new String(check.getInputStream().readAllBytes(), UTF_8);
    if (check.waitFor() != 0 || words.contains("[warn]")) {
      throw new AssertionError("nginx -t is not content:\n" + words);
    }
  }

  private static ProcessBuilder command(Path folder, String... options) {
    List<String> command =
        Stream.concat(
                Stream.of(
                    PROGRAM.required().toString(),
                    "-p",
                    folder.toString(),
                    "-e",
                    folder.resolve("error.log").toString(),
                    "-c",
                    folder.resolve("nginx.conf").toString()),
                Stream.of(options))
            .toList();
    return new ProcessBuilder(command);
  }

  private void awaitReady() throws Exception {
    while (true) {
      try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), tlsPort)) {
        return;
      } catch (IOException notYet) {
        if (!process.isAlive()) {
          throw new IOException(Files.readString(folder.resolve("error.log")), notYet);
        }
        Thread.sleep(10);
      }
    }
  }

  int plainPort() {
    return plainPort;
  }

  public int tlsPort() {
    return tlsPort;
  }

  /** What it serves Certbot's challenges from, and has its logs in. */
  Path folder() {
    return folder;
  }

  @Override
  public void close() throws Exception {
    process.destroy();
    process.waitFor();
  }
}
