package dev.hexdesk.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OperatorSignatureTest {
  private static final String REQUEST = "POST /tasks/gc";
  private static final Instant NOW = Instant.parse("2026-11-30T05:00:00Z");

  private final String header = at(NOW).of(REQUEST);

  private static OperatorSignature at(Instant time) {
    return by("0123456789abcdef0123456789abcdef", time);
  }

  private static OperatorSignature by(String secret, Instant time) {
    return new OperatorSignature(SigningSecret.of(secret), InstantSource.fixed(time));
  }

  @Test
  void isGoodForItsRequest() {
    assertThat(at(NOW).isGood(header, REQUEST)).isTrue();
    assertThat(at(NOW).isGood(header, "POST /tasks/log-level")).isFalse();
    assertThat(at(NOW).isGood(header, REQUEST + "?times=2")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {-60, -1, 1, 60})
  void isGoodForAMinute(int seconds) {
    assertThat(at(NOW.plusSeconds(seconds)).isGood(header, REQUEST)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {-3600, -61, 61, 3600})
  void isNotGoodForLonger(int seconds) {
    assertThat(at(NOW.plusSeconds(seconds)).isGood(header, REQUEST)).isFalse();
  }

  @Test
  void isNobodysWhoHasNotTheSecret() {
    String other = by("another-secret-another-secret-12", NOW).of(REQUEST);

    assertThat(at(NOW).isGood(other, REQUEST)).isFalse();
  }

  @Test
  void isNotWhatLooksLikeIt() {
    String made = header.substring(header.indexOf(' ') + 1, header.indexOf(':'));
    String signed = header.substring(header.indexOf(':') + 1);

    for (String altered :
        new String[] {
          "",
          "Bearer " + made + ":" + signed,
          "Hexdesk-Operator " + signed,
          "Hexdesk-Operator " + made + ":" + signed.substring(1),
          "Hexdesk-Operator " + made + ":" + signed.toUpperCase(java.util.Locale.ROOT),
          "Hexdesk-Operator " + (Long.parseLong(made) + 1) + ":" + signed,
          "Hexdesk-Operator -1:" + signed,
          "Hexdesk-Operator 9999999999999999999:" + signed
        }) {
      assertThat(at(NOW).isGood(altered, REQUEST)).as(altered).isFalse();
    }
  }
}
