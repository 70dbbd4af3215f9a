package dev.hexdesk.bootstrap.journey;

import dev.hexdesk.training.ServerProcess;
import dev.hexdesk.training.WarmUpClient;
import java.net.URI;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;

/** That the training, which knows the server from outside alone, still knows it. */
class WarmUpTest extends Journey {
  @Test
  void findsTheServerByItsBannerAndIsRefusedNothing() throws Exception {
    URI api = ServerProcess.addressIn(desk.console()).orElseThrow();
    Person trainer = given.user("admin");

    try (HttpClient client = HttpClient.newHttpClient()) {
      new WarmUpClient(client, api).work(trainer.username(), trainer.password(), 1);
    }
  }
}
