package dev.hexdesk.bootstrap.config;

import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import java.time.ZoneId;
import java.util.Map;

/**
 * How tickets are counted.
 *
 * @param timeZone the place whose calendar tells days, weeks and months apart where a request names
 *     none, as the IANA time zone database names it
 */
@SelfValidating
public record StatisticsSection(String timeZone) {
  /** Checks that it is a place; a distance such as +02:00 knows no summer. */
  @SelfValidation
  public void check(ViolationCollector violations) {
    if (!ZoneId.getAvailableZoneIds().contains(timeZone)) {
      violations.addViolation(
          "timeZone",
          "'{zone}' is no time zone of the IANA database such as Europe/Berlin",
          Map.of("zone", timeZone));
    }
  }

  ZoneId zone() {
    return ZoneId.of(timeZone);
  }
}
