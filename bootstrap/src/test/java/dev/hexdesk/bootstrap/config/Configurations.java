package dev.hexdesk.bootstrap.config;

import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.ConfigurationFactory;
import io.dropwizard.jackson.Jackson;
import io.dropwizard.jersey.validation.Validators;
import io.dropwizard.logging.common.BootstrapLogging;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Configurations as Dropwizard reads them, for tests. */
public final class Configurations {
  public static final String SECRET = "a secret for tests, of enough characters";

  static {
    BootstrapLogging.bootstrap();
  }

  private static final Map<Map<String, String>, ConfigurationFactory<HexdeskConfiguration>>
      FACTORIES = new ConcurrentHashMap<>();

  private Configurations() {}

  /** What the template says. */
  public static HexdeskConfiguration defaults() {
    return of("", Map.of());
  }

  /** What the template says, but for what stands here. */
  public static HexdeskConfiguration of(String yaml) {
    return of(yaml, Map.of());
  }

  /**
   * What the template says, but for what stands here, with these environment variables, and a
   * signing secret where they have none.
   */
  public static HexdeskConfiguration of(String yaml, Map<String, String> environment) {
    Map<String, String> complete = new HashMap<>(Map.of("HEXDESK_JWT_SECRET", SECRET));
    complete.putAll(environment);
    try {
      return read(yaml, complete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ConfigurationException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  static HexdeskConfiguration read(String yaml, Map<String, String> environment)
      throws IOException, ConfigurationException {
    byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
    return factory(environment).build(path -> new ByteArrayInputStream(bytes), "config.yml");
  }

  /** A new factory learns all classes anew, which takes longer than all else in a test. */
  static ConfigurationFactory<HexdeskConfiguration> factory(Map<String, String> environment) {
    return FACTORIES.computeIfAbsent(Map.copyOf(environment), Configurations::newFactory);
  }

  private static ConfigurationFactory<HexdeskConfiguration> newFactory(
      Map<String, String> environment) {
    return HexdeskConfigurationFactory.within(environment)
        .create(
            HexdeskConfiguration.class,
            Validators.newValidator(),
            Jackson.newObjectMapper(),
            "dw-test");
  }
}
