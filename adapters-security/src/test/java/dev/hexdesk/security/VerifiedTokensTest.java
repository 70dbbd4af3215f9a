package dev.hexdesk.security;

import static dev.hexdesk.security.TokenForge.NOW;
import static dev.hexdesk.security.TokenForge.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.authentication.TokenClaims;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class VerifiedTokensTest {
  private static final TokenClaims CLAIMS = new TokenClaims(new UserId(7), 3, Optional.empty());

  private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
  private final InstantSource clock = now::get;
  private final String token = new JwtAccessTokens(SETTINGS, clock).issue(CLAIMS).token();
  private final VerifiedTokens tokens =
      new VerifiedTokens(new TokenVerifier(SETTINGS, clock), clock);

  @Test
  void saysTheSameOfATokenThatItRemembers() {
    Optional<TokenClaims> first = tokens.verify(token);
    Optional<TokenClaims> second = tokens.verify(token);

    assertThat(first).contains(CLAIMS);
    assertThat(second.orElseThrow()).isSameAs(first.orElseThrow());
    assertThat(tokens.hits()).isEqualTo(1);
    assertThat(tokens.misses()).isEqualTo(1);
  }

  @Test
  void endsItWithItsTimeToTheMoment() {
    tokens.verify(token);

    Instant end = NOW.truncatedTo(ChronoUnit.SECONDS).plus(SETTINGS.lifetime());
    now.set(end.minusMillis(1));
    assertThat(tokens.verify(token)).contains(CLAIMS);
    now.set(end);
    assertThat(tokens.verify(token)).isEmpty();
    assertThat(tokens.verify(token)).isEmpty();
  }

  @Test
  void takesNoOtherTokenForIt() {
    tokens.verify(token);

    for (int at = 0; at < token.length(); at++) {
      String altered =
          token.substring(0, at) + (token.charAt(at) == 'A' ? 'B' : 'A') + token.substring(at + 1);
      assertThat(tokens.verify(altered)).as(altered).isEmpty();
    }
    assertThat(tokens.verify(token + "A")).isEmpty();
    assertThat(tokens.verify(" " + token)).isEmpty();
  }
}
