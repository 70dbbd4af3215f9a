package dev.hexdesk.bootstrap.http;

import static dev.hexdesk.bootstrap.http.NginxSite.BEHIND_PROXY;
import static dev.hexdesk.bootstrap.http.NginxSite.at;
import static dev.hexdesk.bootstrap.http.NginxSite.request;
import static dev.hexdesk.bootstrap.http.NginxSite.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which node nginx asks, and how it reaches it. */
class NginxNodesTest extends NginxSiteFixture {
  @Test
  void asksTheOtherNodeWhileOneStops() throws Exception {
    try (TestNode leaving = TestNode.start(folder, BEHIND_PROXY, 200);
        TestNode refusing = TestNode.start(folder, BEHIND_PROXY, 503);
        TestNode staying = TestNode.start(folder, BEHIND_PROXY, 200);
        Nginx before = site.beside(at(leaving), at(staying));
        Nginx other = site.beside(at(refusing), at(staying))) {
      assertThat(statuses(before, 10)).containsOnly(200);
      leaving.close();
      assertThat(statuses(before, 50)).containsOnly(200);
      assertThat(statuses(other, 50)).containsOnly(200);
      assertThat(leaving.answered()).isPositive();
      assertThat(refusing.answered()).isPositive();
    }
  }

  @Test
  void reachesTheApplicationOverItsSocket() throws Exception {
    Path socket = folder.resolve("hexdesk.sock");
    try (TestNode behind =
            TestNode.start(folder, "type: unix-socket\npath: " + socket + "\n", 200);
        Nginx before = site.beside("server unix:" + socket + " max_fails=0;")) {
      HttpResponse<String> answer = site.send(request("https", before.tlsPort(), "/a?b=c").build());

      assertThat(told(answer, "Address"))
          .isEqualTo("https://localhost:" + before.tlsPort() + "/a?b=c");
      assertThat(told(answer, "Client")).isEqualTo("127.0.0.1");
      assertThat(behind.answered()).isEqualTo(1);
    }
  }

  private List<Integer> statuses(Nginx nginx, int requests) throws Exception {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < requests; i++) {
      HttpRequest request =
          request("https", nginx.tlsPort(), "/").POST(BodyPublishers.ofString("{}")).build();
      statuses.add(site.send(request).statusCode());
    }
    return statuses;
  }
}
