package dev.hexdesk.bootstrap.config;

import dev.hexdesk.security.SigningSecret;
import dev.hexdesk.security.TokenSettings;
import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;

/** How access tokens are made. */
@SelfValidating
public record TokensSection(
    String secret,
    @NotBlank String issuer,
    @NotBlank String audience,
    @Min(1) @Max(MINUTES_OF_A_YEAR) int accessTokenExpireMinutes) {
  /** What stands for a secret in the template. */
  static final String PLACEHOLDER = "CHANGE-ME";

  private static final int MINUTES_OF_A_YEAR = 366 * 24 * 60;
  private static final String ADVICE =
      "; put a secret here or into HEXDESK_JWT_SECRET: `openssl rand -base64 48` makes one up";

  TokenSettings settings() {
    return new TokenSettings(
        SigningSecret.of(secret),
        issuer,
        audience,
        Duration.ofMinutes(accessTokenExpireMinutes),
        TokenSettings.STANDARD_LEEWAY);
  }

  /** Refuses a secret that anybody could know or guess; never quotes it. */
  @SelfValidation
  public void check(ViolationCollector violations) {
    if (secret.startsWith(PLACEHOLDER)) {
      violations.addViolation("secret", "still is the template's placeholder" + ADVICE);
      return;
    }
    try {
      SigningSecret.of(secret);
    } catch (IllegalArgumentException e) {
      violations.addViolation("secret", "is no good: " + e.getMessage() + ADVICE);
    }
  }

  @Override
  public String toString() {
    return "TokensSection[secret hidden, issuer=" + issuer + ", audience=" + audience + "]";
  }
}
