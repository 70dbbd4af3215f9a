package dev.hexdesk.bootstrap.config;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.hexdesk.bootstrap.yaml.YamlFault;
import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.configuration.ConfigurationFactoryFactory;
import io.dropwizard.configuration.ConfigurationParsingException;
import io.dropwizard.configuration.ConfigurationSourceProvider;
import io.dropwizard.configuration.YamlConfigurationFactory;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the configuration: what the file says, completed by what the template says, with the
 * environment's variables in their places and {@code -Ddw.} properties on top.
 */
public final class HexdeskConfigurationFactory
    extends YamlConfigurationFactory<HexdeskConfiguration> {
  private final Validator validator;
  private final EnvironmentVariables environment;

  private HexdeskConfigurationFactory(
      Validator validator, ObjectMapper mapper, String prefix, Map<String, String> environment) {
    super(HexdeskConfiguration.class, null, mapper, prefix);
    this.validator = validator;
    this.environment = new EnvironmentVariables(environment);
  }

  /** What {@code Bootstrap.setConfigurationFactoryFactory} wants. */
  public static ConfigurationFactoryFactory<HexdeskConfiguration> within(
      Map<String, String> environment) {
    return (type, validator, mapper, prefix) ->
        new HexdeskConfigurationFactory(validator, strict(mapper), prefix, environment);
  }

  private static ObjectMapper strict(ObjectMapper mapper) {
    return mapper
        .copy()
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .setDefaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL));
  }

  @Override
  public HexdeskConfiguration build(ConfigurationSourceProvider provider, String file)
      throws IOException, ConfigurationException {
    try (InputStream input = provider.open(file)) {
      return build(read(input, file), file);
    }
  }

  /** The configuration that no file says anything about. */
  @Override
  public HexdeskConfiguration build() throws IOException, ConfigurationException {
    return build(MissingNode.getInstance(), ConfigurationFile.TEMPLATE);
  }

  @Override
  protected HexdeskConfiguration build(JsonNode given, String file)
      throws IOException, ConfigurationException {
    List<String> errors = new ArrayList<>();
    JsonNode settings = environment.substituteIn(Defaults.complete(given, template()), "", errors);
    if (errors.isEmpty()) {
      HexdeskConfiguration configuration = map(settings, file);
      validator.validate(configuration).stream()
          .map(violation -> violation.getPropertyPath() + ": " + violation.getMessage())
          .sorted()
          .forEach(errors::add);
      errors.addAll(LogLevels.errorsIn(configuration.getLoggingFactory()));
      if (errors.isEmpty()) {
        return configuration;
      }
    }
    throw new InvalidConfiguration(file, errors);
  }

  private HexdeskConfiguration map(JsonNode settings, String file)
      throws IOException, ConfigurationException {
    try {
      return super.build(settings, file);
    } catch (ConfigurationParsingException e) {
      throw e.getCause() instanceof JsonMappingException cause
          ? new InvalidConfiguration(file, MappingFault.describe(cause))
          : e;
    }
  }

  private JsonNode template() throws IOException, ConfigurationException {
    try (InputStream input = ConfigurationFile.openTemplate()) {
      return read(input, ConfigurationFile.TEMPLATE);
    }
  }

  private static JsonNode read(InputStream input, String file)
      throws IOException, ConfigurationException {
    try {
      return SettingsTree.parse(input.readAllBytes());
    } catch (YamlFault e) {
      throw new InvalidConfiguration(file, "line " + e.line() + ": " + e.detail());
    }
  }
}
