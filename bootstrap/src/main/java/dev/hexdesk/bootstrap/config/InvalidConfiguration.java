package dev.hexdesk.bootstrap.config;

import io.dropwizard.configuration.ConfigurationException;
import java.util.List;

/**
 * A configuration that can't be used. Its message names the file and, for each fault, the setting;
 * it quotes no value that may be secret.
 */
final class InvalidConfiguration extends ConfigurationException {
  private static final long serialVersionUID = 1;

  InvalidConfiguration(String file, List<String> errors) {
    super(file, errors);
  }

  InvalidConfiguration(String file, String fault) {
    this(file, List.of(fault));
  }
}
