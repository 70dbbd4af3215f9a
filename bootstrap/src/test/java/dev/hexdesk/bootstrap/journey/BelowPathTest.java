package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A proxy that shows the server below a path of its own, and takes the path off. */
class BelowPathTest {
  private static ProxiedServer proxied;

  @BeforeAll
  static void start() throws Exception {
    proxied = ProxiedServer.start();
  }

  @AfterAll
  static void stop() throws Exception {
    proxied.close();
  }

  private static TestClient below(TestClient client) {
    return client
        .with("X-Forwarded-Prefix", "/desk")
        .with("X-Forwarded-Proto", "https")
        .with("X-Forwarded-Host", "example.org");
  }

  private static TestClient admin() {
    return below(proxied.desk().as(proxied.desk().given().admin()));
  }

  private static TestClient nobody() {
    return below(proxied.desk().asNobody());
  }

  @Test
  void locationsAndLinksLeadThere() {
    ServerResponse made = admin().post("/employees", ServerFixture.employeeBody()).expect(201);
    admin().post("/employees", ServerFixture.employeeBody()).expect(201);

    assertThat(made.header("Location"))
        .isEqualTo("https://example.org/desk/api/v1/employees/" + made.id());
    assertThat(admin().get("/employees?limit=1").expect(200).header("Link"))
        .startsWith("<https://example.org/desk/api/v1/employees?");
  }

  @Test
  void addressesOfProblemsLeadThere() {
    ServerResponse missing = admin().get("/tickets/999999").expect(404);

    assertThat(missing.text("type")).isEqualTo("/desk/api/v1/problems/not_found");
    assertThat(missing.text("instance")).isEqualTo("/desk/api/v1/tickets/999999");
    assertThat(nobody().get("/problems/not_found").expect(200).text("type"))
        .isEqualTo("/desk/api/v1/problems/not_found");
    assertThat(nobody().get("/tickets/").expect(404).text("type"))
        .isEqualTo("/desk/api/v1/problems/not_found");
  }

  @Test
  void theDocumentationWorksThere() {
    JsonNode document = nobody().get("/openapi.json").expect(200).json();

    assertThat(document.at("/servers/0/url").textValue()).isEqualTo("/desk");
    assertThat(
            document.at("/components/securitySchemes/oauth2/flows/password/tokenUrl").textValue())
        .isEqualTo("/desk/api/v1/token");
    assertThat(nobody().get("/openapi.yaml").expect(200).text())
        .contains("- url: /desk\n", "tokenUrl: /desk/api/v1/token\n");
    assertThat(nobody().get("/docs").expect(307).header("Location"))
        .isEqualTo("https://example.org/desk/api/v1/docs/");
    nobody().get("/docs/").expect(200);
    assertThat(proxied.desk().asNobody().get("/openapi.json").json().at("/servers/0/url"))
        .hasToString("\"/\"");
  }
}
