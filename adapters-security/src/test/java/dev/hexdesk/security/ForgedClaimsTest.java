package dev.hexdesk.security;

import static dev.hexdesk.security.TokenForge.GOOD;
import static dev.hexdesk.security.TokenForge.HEADER;
import static dev.hexdesk.security.TokenForge.NOW;
import static dev.hexdesk.security.TokenForge.claimsWith;
import static dev.hexdesk.security.TokenForge.goodClaims;
import static dev.hexdesk.security.TokenForge.sign;
import static dev.hexdesk.security.TokenForge.verify;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims that do not make an access token of ours, all signed with the right secret. */
class ForgedClaimsTest {
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
    assertThat(verify(sign(HEADER, claimsWith("exp", expiry)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"iss", "aud", "sub", "iat", "exp", "epoch"})
  void refusesATokenThatLeavesSomethingOut(String claim) {
    assertThat(verify(sign(HEADER, claimsWith(claim, null)))).isEmpty();
    assertThat(verify(sign(HEADER, claimsWith(claim, "null")))).isEmpty();
    assertThat(verify(sign(HEADER, claimsWith(claim, "\"\"")))).isEmpty();
    assertThat(verify(sign(HEADER, claimsWith(claim, "{}")))).isEmpty();
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

    assertThat(verify(sign(HEADER, claimsWith(claim, time))).isPresent()).isEqualTo(accepted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1e1\"", "\"soon\"", "1e400", "9223372036854775807"})
  void refusesTimesOfBeginningThatAreNone(String time) {
    assertThat(verify(sign(HEADER, claimsWith("nbf", time)))).isEmpty();
    assertThat(verify(sign(HEADER, claimsWith("iat", time)))).isEmpty();
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
    assertThat(verify(sign(HEADER, claimsWith(claim, value)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"hexdesk-api\"", "[\"other\",\"hexdesk-api\"]"})
  void findsItselfAmongAudiences(String audience) {
    assertThat(verify(sign(HEADER, claimsWith("aud", audience)))).contains(GOOD);
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
    assertThat(verify(sign(HEADER, claimsWith("sub", subject)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"3\"", "3.0", "1e400", "true", "9223372036854775808"})
  void refusesAnEpochThatIsNoNumber(String epoch) {
    assertThat(verify(sign(HEADER, claimsWith("epoch", epoch)))).isEmpty();
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
    assertThat(verify(sign(HEADER, claimsWith("scope", scope)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "7", "\"text\"", "{", "{}x", "{\"sub\":\"7\",\"sub\":\"8\"}"})
  void refusesClaimsThatAreNoJsonObjectOrSayAThingTwice(String claims) {
    assertThat(verify(sign(HEADER, claims))).isEmpty();
    assertThat(verify(sign(claims, goodClaims()))).isEmpty();
  }

  @Test
  void refusesAClaimSaidTwice() {
    String twice = goodClaims().replace("{", "{\"sub\":\"1\",");

    assertThat(verify(sign(HEADER, twice))).isEmpty();
    assertThat(verify(sign(HEADER, goodClaims() + "{}"))).isEmpty();
  }

  @Test
  void survivesDeepNesting() {
    assertThat(verify(sign(HEADER, claimsWith("x", "[".repeat(5000))))).isEmpty();
    assertThat(verify(sign("[".repeat(5000), goodClaims()))).isEmpty();
  }
}
