package dev.hexdesk.training;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Takes the server's place: answers each request alike, and writes what it has learnt, how it was
 * called, when it is told to end. Its system property {@code fake} says what it does wrong.
 */
final class FakeServer {
  private static final byte[] ANSWER =
      "{\"access_token\":\"t\",\"id\":1}".getBytes(StandardCharsets.UTF_8);

  public static void main(String[] arguments) throws IOException {
    String fault = System.getProperty("fake", "nothing");
    Path cache = Path.of(valueOf("-XX:AOTCacheOutput=", arguments));
    if (fault.equals("start")) {
      System.out.println("Unpacking\nhexdesk: no room\n  on this disk");
      System.exit(1);
    }
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/api/v1/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          boolean refused =
              fault.equals("answers") && exchange.getRequestURI().getPath().endsWith("/me");
          exchange.sendResponseHeaders(refused ? 403 : 200, ANSWER.length);
          exchange.getResponseBody().write(ANSWER);
          exchange.close();
        });
    server.start();
    if (!fault.equals("end")) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> learn(cache, arguments)));
    }
    System.out.printf(
        "%nHexdesk is ready.%n  API    http://localhost:%d/api/v1%n",
        server.getAddress().getPort());
  }

  private static void learn(Path cache, String[] arguments) {
    try {
      Files.write(
          cache,
          List.of(
              "data " + System.getenv("HEXDESK_DATA"),
              "database " + System.getenv("HEXDESK_DB_URL"),
              "arguments " + String.join(" ", arguments)));
    } catch (IOException e) {
      System.out.println(e);
    }
  }

  private static String valueOf(String option, String[] arguments) {
    return Arrays.stream(arguments)
        .filter(argument -> argument.startsWith(option))
        .map(argument -> argument.substring(option.length()))
        .findFirst()
        .orElseThrow();
  }
}
