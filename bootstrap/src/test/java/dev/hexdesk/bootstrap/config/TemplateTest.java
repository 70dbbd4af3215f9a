package dev.hexdesk.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The template is where defaults come from, so it must leave nothing out. */
class TemplateTest {
  private static final Map<String, Class<?>> SECTIONS =
      Map.of(
          "database", DatabaseSection.class,
          "tokens", TokensSection.class,
          "passwords", PasswordsSection.class,
          "fields", FieldsSection.class,
          "roles", RolesSection.class,
          "pages", PagesSection.class,
          "statistics", StatisticsSection.class,
          "cors", CorsSection.class,
          "idempotency", IdempotencySection.class,
          "api", ApiSection.class);

  @Test
  void isTheFileAtTheRootOfTheSources() throws IOException {
    assertThat(text()).isEqualTo(Files.readString(Path.of("..", ConfigurationFile.TEMPLATE)));
  }

  @Test
  void hasEverySetting() throws Exception {
    JsonNode template = SettingsTree.parse(text().getBytes(StandardCharsets.UTF_8));
    List<String> missing = new ArrayList<>();
    settings().forEach((path, type) -> lookFor(path, template, missing));

    assertThat(settings()).hasSizeGreaterThan(80);
    assertThat(missing).isEmpty();
  }

  private static void lookFor(String path, JsonNode template, List<String> missing) {
    JsonNode node = template;
    for (String name : path.split("\\.", -1)) {
      node = node.path(name);
    }
    if (node.isMissingNode() || node.isNull()) {
      missing.add(path);
    }
  }

  private static Map<String, Type> settings() {
    Map<String, Type> settings = new LinkedHashMap<>();
    settings.put("dataFolder", String.class);
    settings.put("setupFile", String.class);
    SECTIONS.forEach((name, section) -> collect(name, section, settings));
    return settings;
  }

  private static void collect(String path, Class<?> type, Map<String, Type> settings) {
    if (!type.isRecord()) {
      settings.put(path, type);
      return;
    }
    for (RecordComponent component : type.getRecordComponents()) {
      collect(path + "." + component.getName(), component.getType(), settings);
    }
  }

  @Test
  void hasOnePlaceForTheSecret() throws IOException {
    assertThat(text().split(TokensSection.PLACEHOLDER, -1)).hasSize(2);
  }

  @Test
  void namesEveryEnvironmentVariableThatItExplains() throws IOException {
    for (String name :
        List.of(
            "HEXDESK_HOST",
            "HEXDESK_PORT",
            "HEXDESK_ADMIN_HOST",
            "HEXDESK_ADMIN_PORT",
            "HEXDESK_DATA",
            "HEXDESK_SETUP",
            "HEXDESK_DB_URL",
            "HEXDESK_DB_DIRECT_URL",
            "HEXDESK_DB_USER",
            "HEXDESK_DB_PASSWORD",
            "HEXDESK_DB_OWNER_USER",
            "HEXDESK_DB_OWNER_PASSWORD",
            "HEXDESK_JWT_SECRET",
            "ACCESS_TOKEN_EXPIRE_MINUTES")) {
      assertThat(text()).contains("#   " + name + " ").contains("${" + name + ":-");
    }
  }

  private static String text() throws IOException {
    try (InputStream template = ConfigurationFile.openTemplate()) {
      return new String(template.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
