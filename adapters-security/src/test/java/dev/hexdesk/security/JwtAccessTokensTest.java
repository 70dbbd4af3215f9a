package dev.hexdesk.security;

import static dev.hexdesk.security.TokenForge.NOW;
import static dev.hexdesk.security.TokenForge.SETTINGS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hexdesk.application.authentication.AccessTokens;
import dev.hexdesk.application.authentication.TokenClaims;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtAccessTokensTest {
  private static final TokenClaims CLAIMS =
      new TokenClaims(new UserId(7), 3, Optional.of(Set.of(Scope.TICKETS_READ, Scope.USERS_READ)));

  private final AccessTokens tokens = tokensAt(NOW);

  @Test
  void recognisesWhatItIssued() {
    assertThat(tokens.verify(issued(CLAIMS))).contains(CLAIMS);
  }

  @Test
  void recognisesATokenThatIsNotNarrowed() {
    TokenClaims whole = new TokenClaims(new UserId(Long.MAX_VALUE), 0, Optional.empty());

    assertThat(tokens.verify(issued(whole))).contains(whole);
  }

  @Test
  void doesNotWidenATokenThatIsNarrowedToNothing() {
    TokenClaims nothing = new TokenClaims(new UserId(7), 3, Optional.of(Set.of()));

    assertThat(tokens.verify(issued(nothing))).contains(nothing);
  }

  @Test
  void writesTheClaimsOfRfc9068() throws Exception {
    String[] segments = issued(CLAIMS).split("\\.", -1);
    JsonNode header = new ObjectMapper().readTree(TokenForge.decode(segments[0]));
    JsonNode claims = new ObjectMapper().readTree(TokenForge.decode(segments[1]));

    assertThat(header).hasToString("{\"typ\":\"at+jwt\",\"alg\":\"HS256\"}");
    assertThat(claims.get("iss").textValue()).isEqualTo("hexdesk");
    assertThat(claims.get("aud")).hasToString("[\"hexdesk-api\"]");
    assertThat(claims.get("sub").textValue()).isEqualTo("7");
    assertThat(claims.get("iat").longValue()).isEqualTo(NOW.getEpochSecond());
    assertThat(claims.get("exp").longValue()).isEqualTo(NOW.getEpochSecond() + 3600);
    assertThat(claims.get("epoch").longValue()).isEqualTo(3);
    assertThat(claims.get("scope").textValue()).isEqualTo("users:read tickets:read");
    assertThat(claims.size()).isEqualTo(8);
  }

  @Test
  void leavesTheScopeOutWhenTheTokenIsNotNarrowed() {
    String token = issued(new TokenClaims(new UserId(7), 3, Optional.empty()));

    assertThat(TokenForge.decode(token.split("\\.", -1)[1])).doesNotContain("scope");
  }

  @Test
  void makesEveryTokenAnotherOne() {
    assertThat(issued(CLAIMS)).isNotEqualTo(issued(CLAIMS));
  }

  @Test
  void tellsHowLongATokenIsGood() {
    assertThat(tokens.issue(CLAIMS).lifetime()).isEqualTo(Duration.ofMinutes(60));
  }

  @Test
  void endsALifeToTheSecond() {
    String token = issued(CLAIMS);

    assertThat(tokensAt(NOW.plusSeconds(3599)).verify(token)).isPresent();
    assertThat(tokensAt(NOW.plusSeconds(3600)).verify(token)).isEmpty();
  }

  @Test
  void bearsWithAClockThatIsALittleBehind() {
    String token = issued(CLAIMS);

    assertThat(tokensAt(NOW.minusSeconds(30)).verify(token)).isPresent();
    assertThat(tokensAt(NOW.minusSeconds(32)).verify(token)).isEmpty();
  }

  @Test
  void forgetsNothingWhenTheSecretIsGivenAsBase64() {
    TokenSettings same = settingsWith(SigningSecret.of("base64:" + base64Of(TokenForge.SECRET)));

    assertThat(new JwtAccessTokens(same, InstantSource.fixed(NOW)).verify(issued(CLAIMS)))
        .contains(CLAIMS);
  }

  @Test
  void signsWithHs256HoweverLongTheSecretIs() {
    TokenSettings settings = settingsWith(SigningSecret.of("x".repeat(100)));
    AccessTokens other = new JwtAccessTokens(settings, InstantSource.fixed(NOW));
    String token = other.issue(CLAIMS).token();

    assertThat(TokenForge.decode(token.split("\\.", -1)[0])).contains("\"HS256\"");
    assertThat(other.verify(token)).contains(CLAIMS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "31 bytes are not quite enough..", "base64:c2hvcnQ", "base64:%%%"})
  void refusesAWeakSecretWithoutQuotingIt(String text) {
    assertThat(catchThrowable(() -> SigningSecret.of(text)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasNoCause()
        .message()
        .doesNotContain("quite enough", "c2hvcnQ", "%");
  }

  @Test
  void makesUpSecretsThatAreGoodAndDiffer() {
    String secret = SigningSecret.generate();

    assertThat(secret).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(SigningSecret.generate());
    assertThat(SigningSecret.of(secret)).isNotNull();
  }

  @Test
  void neverShowsASecret() {
    assertThat(SETTINGS.toString()).contains("hidden").doesNotContain(TokenForge.SECRET);
    assertThat(tokens.issue(CLAIMS).toString()).contains("hidden").doesNotContain("eyJ");
  }

  private String issued(TokenClaims claims) {
    return tokens.issue(claims).token();
  }

  private static AccessTokens tokensAt(Instant now) {
    return new JwtAccessTokens(SETTINGS, InstantSource.fixed(now));
  }

  private static TokenSettings settingsWith(SigningSecret secret) {
    return new TokenSettings(
        secret, SETTINGS.issuer(), SETTINGS.audience(), SETTINGS.lifetime(), SETTINGS.leeway());
  }

  private static String base64Of(String text) {
    return TokenForge.encode(text);
  }
}
