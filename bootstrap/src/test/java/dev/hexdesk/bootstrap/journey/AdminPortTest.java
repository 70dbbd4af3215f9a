package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the operator's own port tells. */
class AdminPortTest extends Journey {
  @Test
  void theHealthCheckNamesAllThatIsWell() {
    Answer health = desk.atAdminPort().get("/healthcheck").expect(200);

    assertThat(health.fieldNames()).contains("database", "migrations", "deadlocks");
    assertThat(health.json()).allMatch(check -> check.path("healthy").booleanValue());
    assertThat(health.header("Cache-Control")).contains("no-store");
  }

  @Test
  void theServerAnswersAPing() {
    assertThat(desk.atAdminPort().get("/ping").expect(200).text())
        .isEqualToIgnoringWhitespace("pong");
  }

  @Test
  void theMetricsTellOfRequestsAndConnections() {
    as(admin).get("/me").expect(200);

    Answer metrics = desk.atAdminPort().get("/metrics").expect(200);

    assertThat(metrics.json().path("gauges").propertyStream().map(gauge -> gauge.getKey()))
        .contains("database.pool.ActiveConnections");
    assertThat(
            metrics
                .json()
                .at("/timers/io.dropwizard.jetty.MutableServletContextHandler.get-requests/count")
                .longValue())
        .isPositive();
    assertThat(metrics.text()).doesNotContain(admin.token());
  }

  @Test
  void theApiIsNotThere() {
    for (String path : new String[] {"/api/v1/me", "/api/v1/openapi.json", "/api/v1/docs/"}) {
      desk.atAdminPort().with("Authorization", "Bearer " + admin.token()).get(path).expect(404);
    }
  }
}
