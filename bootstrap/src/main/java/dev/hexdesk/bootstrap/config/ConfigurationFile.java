package dev.hexdesk.bootstrap.config;

import dev.hexdesk.security.SigningSecret;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The operator's configuration file, and the template that it is made from. */
public final class ConfigurationFile {
  static final String TEMPLATE = "config.yml.template";

  private static final String STANDARD = "config.yml";
  private static final String SECRET_TO_BE = ":-" + TokensSection.PLACEHOLDER + "}";

  private ConfigurationFile() {}

  /** Where the file is or is to be: {@code HEXDESK_CONFIG}, else {@code config.yml}. */
  public static Path locate(Map<String, String> environment) {
    String named = environment.getOrDefault("HEXDESK_CONFIG", "");
    return Path.of(named.isEmpty() ? STANDARD : named);
  }

  /**
   * Makes the file from the template, with a signing secret of its own, unless there is one
   * already; that one is left alone.
   *
   * @return whether it was made
   */
  public static boolean ensure(Path file) throws IOException {
    try (InputStream template = openTemplate()) {
      String text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
      return PrivateFile.create(
          file, text.replace(SECRET_TO_BE, ":-" + SigningSecret.generate() + "}"));
    }
  }

  static InputStream openTemplate() {
    return Objects.requireNonNull(
        ConfigurationFile.class.getResourceAsStream(TEMPLATE), TEMPLATE + " is missing in the jar");
  }
}
