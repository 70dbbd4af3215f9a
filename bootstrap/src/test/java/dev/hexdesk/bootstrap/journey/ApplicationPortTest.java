package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a visitor finds at the application's port besides the API. */
class ApplicationPortTest extends Journey {
  @Test
  void theTopLeadsToTheDocs() {
    ServerResponse top = desk.atRoot().get("/");
    assertThat(top.status()).isBetween(301, 308);
    assertThat(top.header("Location")).endsWith("/api/v1/docs/");
    assertThat(desk.atRoot().get(top.header("Location")).expect(200).text()).contains("swagger-ui");
    ServerResponse withoutSlash = desk.asNobody().get("/docs");
    assertThat(withoutSlash.header("Location")).endsWith("/api/v1/docs/");
    assertThat(desk.atRoot().get("/favicon.ico").expect(200).header("Content-Type"))
        .isEqualTo("image/png");
  }

  @Test
  void aRequestThatIsOnlyWrongEndsNoConnection() {
    assertThat(as(admin).post("/tickets", Json.object()).expect(422).header("Connection"))
        .isEmpty();
  }
}
