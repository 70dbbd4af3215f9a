package dev.hexdesk.bootstrap.config;

import dev.hexdesk.bootstrap.phones.PhoneSpelling;
import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import java.util.Optional;

/**
 * How telephone numbers are read.
 *
 * @param region the country whose national numbers are taken, by its ISO 3166 code; empty where
 *     none are
 */
@SelfValidating
public record PhonesSection(String region) {
  PhoneSpelling spelling() {
    return new PhoneSpelling(Optional.of(region).filter(code -> !code.isEmpty()));
  }

  /** Checks that there is such a country. */
  @SelfValidation
  public void check(ViolationCollector violations) {
    if (!region.isEmpty() && !PhoneSpelling.isRegion(region)) {
      violations.addViolation(
          "region", "must be the code of a country, such as GB, or empty; not '" + region + "'");
    }
  }
}
