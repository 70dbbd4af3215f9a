package dev.hexdesk.security;

import static dev.hexdesk.security.TokenForge.HEADER;
import static dev.hexdesk.security.TokenForge.NOW;
import static dev.hexdesk.security.TokenForge.claimsWith;
import static dev.hexdesk.security.TokenForge.goodClaims;
import static dev.hexdesk.security.TokenForge.sign;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.authentication.TokenClaims;
import dev.hexdesk.domain.user.UserId;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims that do not make an access token of ours, all signed with the right secret. */
class ForgedClaimsTest {
  private static final TokenClaims GOOD = new TokenClaims(new UserId(7), 3, Optional.empty());

  private final JwtAccessTokens tokens =
      new JwtAccessTokens(TokenForge.SETTINGS, InstantSource.fixed(NOW));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1e400",
        "1e3",
        "4102444800.5",
        "\"4102444800\"",
        "\"2100-01-01T00:00:00Z\"",
        "null",
        "true",
        "[4102444800]",
        "{}",
        "-1",
        "0",
        "1",
        "\"\"",
        "9223372036854775808",
        "99999999999999999999999999999999"
      })
  void refusesAnExpiryThatIsPastOrNoWholeNumberOfSeconds(String expiry) {
    assertThat(tokens.verify(sign(HEADER, claimsWith("exp", expiry)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "aud", "sub", "iat", "exp", "epoch"})
  void refusesATokenThatLeavesSomethingOut(String claim) {
    assertThat(tokens.verify(sign(HEADER, claimsWith(claim, null)))).isEmpty();
    assertThat(tokens.verify(sign(HEADER, claimsWith(claim, "null")))).isEmpty();
    assertThat(tokens.verify(sign(HEADER, claimsWith(claim, "\"\"")))).isEmpty();
    assertThat(tokens.verify(sign(HEADER, claimsWith(claim, "{}")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "exp, -1, false",
    "exp, 0, false",
    "exp, 1, true",
    "iat, 30, true",
    "iat, 31, false",
    "nbf, 30, true",
    "nbf, 31, false"
  })
  void allowsALeewayToBeginningsAndNoneToEnds(String claim, long seconds, boolean accepted) {
    String time = Long.toString(NOW.getEpochSecond() + seconds);

    assertThat(tokens.verify(sign(HEADER, claimsWith(claim, time))).isPresent())
        .isEqualTo(accepted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1e1\"", "\"soon\"", "1e400", "9223372036854775807"})
  void refusesTimesOfBeginningThatAreNone(String time) {
    assertThat(tokens.verify(sign(HEADER, claimsWith("nbf", time)))).isEmpty();
    assertThat(tokens.verify(sign(HEADER, claimsWith("iat", time)))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "iss|\"Hexdesk\"",
        "iss|\"https://evil.example\"",
        "iss|[\"hexdesk\"]",
        "iss|7",
        "aud|\"hexdesk\"",
        "aud|[]",
        "aud|[\"other\"]",
        "aud|7",
        "aud|{\"hexdesk-api\":1}"
      })
  void refusesAnotherIssuerOrAudience(String claim, String value) {
    assertThat(tokens.verify(sign(HEADER, claimsWith(claim, value)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"hexdesk-api\"", "[\"other\",\"hexdesk-api\"]"})
  void findsItselfAmongAudiences(String audience) {
    assertThat(tokens.verify(sign(HEADER, claimsWith("aud", audience)))).contains(GOOD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"0\"",
        "\"-7\"",
        "\"+7\"",
        "\"07\"",
        "\" 7\"",
        "\"7.0\"",
        "\"٧\"",
        "\"seven\"",
        "7",
        "[\"7\"]",
        "\"9223372036854775808\"",
        "\"99999999999999999999\""
      })
  void refusesASubjectThatIsNoId(String subject) {
    assertThat(tokens.verify(sign(HEADER, claimsWith("sub", subject)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"3\"", "3.0", "1e400", "true", "9223372036854775808"})
  void refusesAnEpochThatIsNoNumber(String epoch) {
    assertThat(tokens.verify(sign(HEADER, claimsWith("epoch", epoch)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"tickets:reed\"",
        "\"tickets:read everything\"",
        "\"tickets:read  users:read\"",
        "\" \"",
        "\"tickets:read \"",
        "[\"tickets:read\"]",
        "7",
        "null",
        "{}"
      })
  void refusesAScopeThatIsUnknown(String scope) {
    assertThat(tokens.verify(sign(HEADER, claimsWith("scope", scope)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "7", "\"text\"", "{", "{}x", "{\"sub\":\"7\",\"sub\":\"8\"}"})
  void refusesClaimsThatAreNoJsonObjectOrSayAThingTwice(String claims) {
    assertThat(tokens.verify(sign(HEADER, claims))).isEmpty();
    assertThat(tokens.verify(sign(claims, goodClaims()))).isEmpty();
  }

  @Test
  void refusesAClaimSaidTwice() {
    String twice = goodClaims().replace("{", "{\"sub\":\"1\",");

    assertThat(tokens.verify(sign(HEADER, twice))).isEmpty();
    assertThat(tokens.verify(sign(HEADER, goodClaims() + "{}"))).isEmpty();
  }

  @Test
  void survivesDeepNesting() {
    assertThat(tokens.verify(sign(HEADER, claimsWith("x", "[".repeat(5000))))).isEmpty();
    assertThat(tokens.verify(sign("[".repeat(5000), goodClaims()))).isEmpty();
  }
}
