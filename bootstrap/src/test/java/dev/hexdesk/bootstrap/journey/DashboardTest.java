package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What alerts and the dashboard ask Prometheus for is what the server tells it. */
class DashboardTest extends Journey {
  private static final Path SETUP = Path.of("..", "setup");
  private static final Path OPERATIONS = Path.of("..", "docs", "operations.md");
  private static final Path PICTURE = Path.of("..", "docs", "dashboard.svg");
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** The labels that Prometheus adds. */
  private static final Set<String> ADDED = Set.of("job", "instance");

  private static final Pattern SERIES =
      Pattern.compile("\\b((?:hexdesk|http|hikaricp|jvm|process)_\\w+)(?:\\{([^}]*)})?");
  private static final Pattern GROUPING = Pattern.compile("\\bby \\(([^)]*)\\)");
  private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*[=!]~?\\s*\"");
  private static final Pattern TOLD = Pattern.compile("(?m)^(\\w+)(?:\\{(.*)})? \\S+$");

  private final Map<String, Set<String>> told = new HashMap<>();

  @BeforeEach
  void scrape() {
    as(admin).get("/me").expect(200);
    given.ticket(admin);
    Instant deadline = Instant.now().plus(TIMEOUT);
    do {
      String text =
          desk.atAdminPort().with("Accept", "text/plain").get("/metrics").expect(200).text();
      Matcher series = TOLD.matcher(text);
      while (series.find()) {
        Set<String> labels = told.computeIfAbsent(series.group(1), name -> new HashSet<>(ADDED));
        labels.addAll(labelsIn(series.group(2)));
      }
    } while (!told.containsKey("hexdesk_tickets") && Instant.now().isBefore(deadline));
  }

  private static List<String> labelsIn(String matchers) {
    return matchers == null
        ? List.of()
        : LABEL.matcher(matchers).results().map(label -> label.group(1)).toList();
  }

  private static List<String> ofAlerts() throws IOException {
    JsonNode rules =
        new YAMLMapper()
            .readTree(SETUP.resolve("prometheus/alerts.yml").toFile())
            .at("/groups/0/rules");
    return rules.valueStream().map(rule -> rule.path("expr").textValue()).toList();
  }

  private static JsonNode dashboard() throws IOException {
    return Json.read(Files.readAllBytes(SETUP.resolve("grafana/hexdesk.json")));
  }

  private static List<String> ofDashboard() throws IOException {
    return dashboard().findValuesAsText("expr");
  }

  @Test
  void everyMetricAndLabelThatIsAskedForIsThere() throws IOException {
    List<String> expressions = new ArrayList<>(ofAlerts());
    assertThat(expressions).hasSizeGreaterThan(10);
    expressions.addAll(ofDashboard());
    assertThat(expressions).hasSizeGreaterThan(40);

    Map<String, String> missing = new TreeMap<>();
    for (String expression : expressions) {
      Set<String> labels = new HashSet<>();
      Matcher series = SERIES.matcher(expression);
      while (series.find()) {
        Set<String> present = told.getOrDefault(series.group(1), Set.of());
        if (present.isEmpty()) {
          missing.put(series.group(1), expression);
        }
        labels.addAll(present);
        labelsIn(series.group(2)).stream()
            .filter(label -> !present.contains(label))
            .forEach(label -> missing.put(series.group(1) + "{" + label + "}", expression));
      }
      Matcher grouping = GROUPING.matcher(expression);
      while (grouping.find()) {
        for (String label : grouping.group(1).split(", ", -1)) {
          if (!labels.contains(label) && expression.indexOf("up{") < 0) {
            missing.put("by " + label, expression);
          }
        }
      }
    }

    assertThat(missing).isEmpty();
  }

  @Test
  void panelsHaveTheirOwnPlaces() throws IOException {
    Set<String> taken = new HashSet<>();
    Set<Integer> ids = new HashSet<>();
    for (JsonNode panel : dashboard().path("panels")) {
      assertThat(ids.add(panel.path("id").intValue())).as("%s", panel.path("title")).isTrue();
      JsonNode place = panel.path("gridPos");
      for (int x = place.path("x").intValue(), w = 0; w < place.path("w").intValue(); w++) {
        for (int y = place.path("y").intValue(), h = 0; h < place.path("h").intValue(); h++) {
          assertThat(x + w).isLessThan(24);
          assertThat(taken.add((x + w) + " " + (y + h))).as("%s", panel.path("title")).isTrue();
        }
      }
      for (JsonNode target : panel.path("targets")) {
        assertThat(target.at("/datasource/uid").textValue()).isEqualTo("${datasource}");
      }
    }
    assertThat(ids).hasSizeGreaterThan(15);
  }

  @Test
  void theGuidesPictureIsOfThisDashboard() throws Exception {
    byte[] dashboard = Files.readAllBytes(SETUP.resolve("grafana/hexdesk.json"));
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(dashboard));

    assertThat(Files.readString(PICTURE))
        .as("docs/contributing.md says how it is drawn anew")
        .contains("setup/grafana/hexdesk.json, SHA-256 " + hash);
  }

  /** An operator who gets one looks there. */
  @Test
  void theGuideExplainsEachMetricOfOurOwn() throws IOException {
    String guide = Files.readString(OPERATIONS);

    assertThat(told.keySet())
        .filteredOn(name -> name.startsWith("hexdesk_") || name.startsWith("http_"))
        .allMatch(
            name ->
                guide.contains("`" + name.replaceFirst("_(bucket|count|sum)$", "") + "`")
                    || name.startsWith("hexdesk_password_hashes_"));
  }
}
