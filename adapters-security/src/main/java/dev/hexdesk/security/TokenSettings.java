package dev.hexdesk.security;

import java.time.Duration;

/**
 * How access tokens are made and what is demanded of them.
 *
 * @param issuer who says so: the claim {@code iss}
 * @param audience whom it is said to: the claim {@code aud}
 * @param lifetime how long a token is good
 * @param leeway by how much the clock of another node may be ahead
 */
public record TokenSettings(
    SigningSecret secret, String issuer, String audience, Duration lifetime, Duration leeway) {
  public static final Duration STANDARD_LEEWAY = Duration.ofSeconds(30);

  public TokenSettings {
    if (issuer.isBlank() || audience.isBlank()) {
      throw new IllegalArgumentException("issuer and audience must not be blank");
    }
    if (lifetime.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("a token lives for a second or more, not " + lifetime);
    }
    if (leeway.isNegative()) {
      throw new IllegalArgumentException("the leeway must not be negative, as " + leeway + " is");
    }
  }
}
