package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Prometheus reads at the operator's own port. */
class MetricsTest extends Journey {
  /** As Prometheus 3 sends it. */
  private static final String OF_PROMETHEUS =
      "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.6,"
          + "application/openmetrics-text;version=0.0.1;q=0.5,"
          + "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.4,"
          + "text/plain;version=0.0.4;q=0.3,*/*;q=0.2";

  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

  private List<String> scrape() {
    return desk.atAdminPort()
        .with("Accept", "text/plain;version=0.0.4")
        .get("/metrics")
        .expect(200)
        .text()
        .lines()
        .filter(line -> !line.startsWith("#"))
        .toList();
  }

  /** The value of the one series whose name and labels are these; 0 where there is none yet. */
  private double value(String series) {
    List<Double> values =
        scrape().stream()
            .filter(line -> line.startsWith(series + " "))
            .map(line -> Double.parseDouble(line.substring(series.length() + 1)))
            .toList();
    assertThat(values).hasSizeLessThan(2);
    return values.isEmpty() ? 0 : values.getFirst();
  }

  private double requestsOf(String method, String uri, int status) {
    Set<String> labels = Set.of("method=" + method, "uri=" + uri, "status=" + status);
    return scrape().stream()
        .filter(line -> line.startsWith("http_server_requests_seconds_count{"))
        .filter(line -> labelsOf(line).equals(labels))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static Set<String> labelsOf(String line) {
    return LABEL
        .matcher(line)
        .results()
        .map(label -> label.group(1) + "=" + label.group(2))
        .collect(Collectors.toSet());
  }

  /** An answer is counted when it is whole, and its reader may be quicker. */
  private static void await(DoubleSupplier count, double expected) {
    Instant deadline = Instant.now().plus(TIMEOUT);
    while (count.getAsDouble() < expected && Instant.now().isBefore(deadline)) {
      Thread.onSpinWait();
    }
    assertThat(count.getAsDouble()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/plain | text/plain; version=0.0.4; charset=utf-8",
        "text/plain;version=0.0.4 | text/plain; version=0.0.4; charset=utf-8",
        "application/json;q=0.5, text/* | text/plain; version=0.0.4; charset=utf-8",
        OF_PROMETHEUS + "| application/openmetrics-text; version=1.0.0; charset=utf-8",
        "*/* | application/json",
        "application/json, text/plain, */* | application/json",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | application/json",
        "text/plain;q=0, */* | application/json"
      })
  void whoeverAsksForPrometheusFormatGetsIt(String accepted, String type) {
    ServerResponse metrics =
        desk.atAdminPort().with("Accept", accepted).get("/metrics").expect(200);

    assertThat(metrics.header("Content-Type")).isEqualTo(type);
    assertThat(metrics.header("Vary")).contains("Accept");
    assertThat(metrics.header("Cache-Control")).contains("no-store");
    if (type.startsWith("application/openmetrics")) {
      assertThat(metrics.text()).endsWith("# EOF\n");
    }
  }

  @Test
  void requestsCountByTemplateAndStatus() {
    long ticket = given.ticket(admin);
    double before = requestsOf("GET", "/api/v1/tickets/{id}", 200);
    double missing = requestsOf("GET", "/api/v1/tickets/{id}", 404);
    double strangers = requestsOf("GET", "/api/v1/me", 401);

    as(admin).get("/tickets/" + ticket).expect(200);
    as(admin).get("/tickets/" + ticket).expect(200);
    as(admin).get("/tickets/987654321").expect(404);
    desk.asNobody().get("/me").expect(401);

    await(() -> requestsOf("GET", "/api/v1/tickets/{id}", 200), before + 2);
    await(() -> requestsOf("GET", "/api/v1/tickets/{id}", 404), missing + 1);
    await(() -> requestsOf("GET", "/api/v1/me", 401), strangers + 1);
  }

  /** Or anybody could fill Prometheus' memory. */
  @Test
  void nothingThatAClientMakesUpIsALabel() {
    double unmatched = requestsOf("GET", "unmatched", 404);
    double brewed = requestsOf("other", "unmatched", 405);

    as(admin).get("/madeup/path").expect(404);
    as(admin).send("BREW", "/tickets").expect(405);
    as(admin).get("/tickets/madeup").expect(400);
    desk.atRoot().get("/madeup").expect(404);

    await(() -> requestsOf("GET", "unmatched", 404), unmatched + 2);
    await(() -> requestsOf("other", "unmatched", 405), brewed + 1);
    assertThat(scrape()).noneMatch(line -> line.contains("madeup") || line.contains("BREW"));
  }

  @Test
  void problemsAndLoginsCountByTheirKind() {
    double problems = value("hexdesk_problems_total{code=\"validation_failed\"}");
    double wrong = value("hexdesk_logins_total{outcome=\"wrong_credentials\"}");
    double issued = value("hexdesk_logins_total{outcome=\"issued\"}");

    as(admin)
        .post("/tickets", ServerFixture.ticketBody(given.employee()).put("title", ""))
        .expect(422);
    desk.token(ServerFixture.username(), "Wr0ng!word").expectTokenError("invalid_grant");
    desk.token("admin", Installation.PASSWORD).expect(200);

    assertThat(value("hexdesk_problems_total{code=\"validation_failed\"}") - problems).isEqualTo(1);
    assertThat(value("hexdesk_logins_total{outcome=\"wrong_credentials\"}") - wrong).isEqualTo(1);
    assertThat(value("hexdesk_logins_total{outcome=\"issued\"}") - issued).isEqualTo(1);
  }

  @Test
  void cachesTellHowOftenTheyHelp() {
    long ticket = given.ticket(admin);
    String hits = "hexdesk_cache_requests_total{cache=\"users\",result=\"hit\"}";
    double before = value(hits);

    as(admin).get("/tickets/" + ticket).expect(200);
    as(admin).get("/tickets/" + ticket).expect(200);

    assertThat(value(hits)).isGreaterThan(before);
    assertThat(value("hexdesk_cache_requests_total{cache=\"tokens\",result=\"hit\"}")).isPositive();
  }

  /** In the background; so not the first who asks is told. */
  @Test
  void ticketsAreCountedByStatus() {
    given.ticket(admin);
    Instant deadline = Instant.now().plus(TIMEOUT);

    Optional<String> counted = Optional.empty();
    while (counted.isEmpty() && Instant.now().isBefore(deadline)) {
      counted =
          scrape().stream()
              .filter(line -> line.startsWith("hexdesk_tickets{status=\"new\"}"))
              .findAny();
    }

    assertThat(counted).isPresent();
  }

  @Test
  void thePoolTheProcessAndTheVersionAreThere() {
    Set<String> names =
        scrape().stream().map(line -> line.replaceFirst("[{ ].*", "")).collect(Collectors.toSet());

    assertThat(names)
        .contains(
            "hexdesk_build_info",
            "hexdesk_ready",
            "hikaricp_connections_active",
            "hikaricp_connections_idle",
            "hikaricp_connections_pending",
            "hikaricp_connections_max",
            "hikaricp_connections_acquire_seconds_bucket",
            "hikaricp_connections_timeout_total",
            "jvm_memory_used_bytes",
            "jvm_gc_collection_seconds_count",
            "jvm_threads_current",
            "process_open_fds",
            "hexdesk_logins_waiting",
            "hexdesk_password_hashes_waiting",
            "hexdesk_password_hashes_running",
            "hexdesk_password_hashes_total",
            "hexdesk_password_hashes_refused_total");
  }
}
