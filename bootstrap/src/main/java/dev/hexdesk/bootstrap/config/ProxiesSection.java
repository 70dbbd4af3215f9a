package dev.hexdesk.bootstrap.config;

import dev.hexdesk.bootstrap.http.TrustedProxies;
import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import java.util.List;
import java.util.Map;

/**
 * Whose word on a client counts.
 *
 * @param trusted addresses, networks such as {@code 10.0.0.0/8}, and {@code unix}
 */
@SelfValidating
public record ProxiesSection(List<String> trusted) {
  TrustedProxies trustedProxies() {
    return TrustedProxies.of(trusted);
  }

  /** Checks that each is an address or a network. */
  @SelfValidation
  public void check(ViolationCollector violations) {
    for (String proxy : trusted) {
      try {
        TrustedProxies.of(List.of(proxy));
      } catch (IllegalArgumentException unreadable) {
        violations.addViolation(
            "trusted",
            "'{proxy}' is no address, no network such as 10.0.0.0/8, and not the word unix",
            Map.of("proxy", proxy));
      }
    }
  }
}
