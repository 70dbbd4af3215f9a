package dev.hexdesk.bootstrap.command;

import dev.hexdesk.bootstrap.cli.OperatorException;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Has the server of this installation, on this machine, do something for its operator. */
final class AdminTask {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final HexdeskConfiguration configuration;

  AdminTask(HexdeskConfiguration configuration) {
    this.configuration = configuration;
  }

  /**
   * Sends the request, and waits until it is done.
   *
   * @param address the path and the query, encoded
   */
  void run(String address) {
    URI server = configuration.adminPort();
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve(address))
            .timeout(TIMEOUT)
            .header("Authorization", configuration.operatorSignature().of("POST " + address))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build()) {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status == 404) {
        throw new OperatorException(
            "The server at %s has another signing secret than this configuration, or another time."
                .formatted(server));
      }
      if (status != 200) {
        throw new OperatorException("The server at %s answered %d.".formatted(server, status));
      }
    } catch (IOException away) {
      throw new OperatorException("No server answers at %s.".formatted(server));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new OperatorException("Interrupted.");
    }
  }
}
