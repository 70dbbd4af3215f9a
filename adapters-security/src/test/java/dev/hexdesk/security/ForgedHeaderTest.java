package dev.hexdesk.security;

import static dev.hexdesk.security.TokenForge.GOOD;
import static dev.hexdesk.security.TokenForge.encode;
import static dev.hexdesk.security.TokenForge.goodClaims;
import static dev.hexdesk.security.TokenForge.sign;
import static dev.hexdesk.security.TokenForge.verify;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that would have us do otherwise; what is signed here is signed with the right secret. */
class ForgedHeaderTest {
  private static final byte[] SECRET = TokenForge.SECRET.getBytes(UTF_8);

  /** There is one key, so whatever a header says of keys is neither used nor fetched. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"kid\":\"unknown\"",
        "\"kid\":\"../../../../dev/null\"",
        "\"kid\":\"x' UNION SELECT 'secret\"",
        "\"jku\":\"http://127.0.0.1:9/keys\"",
        "\"x5u\":\"http://127.0.0.1:9/certificate\"",
        "\"jwk\":{\"kty\":\"oct\",\"k\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"}",
        "\"x5c\":[\"AAAA\"]",
        "\"jwk\":7",
      })
  void takesNoKeyFromTheHeader(String parameter) {
    String header = "{\"typ\":\"at+jwt\",\"alg\":\"HS256\"," + parameter + "}";
    byte[] zeros = new byte[32];

    assertThat(verify(sign(header, goodClaims(), "HmacSHA256", zeros))).isEmpty();
    assertThat(verify(sign(header, goodClaims(), "HmacSHA256", new byte[] {0}))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"kid\":\"unknown\"",
        "\"kid\":\"../../../../dev/null\"",
        "\"jku\":\"http://127.0.0.1:9/keys\"",
        "\"x5u\":\"http://127.0.0.1:9/certificate\"",
      })
  void ignoresWhatAHeaderSaysOfKeys(String parameter) {
    String header = "{\"typ\":\"at+jwt\",\"alg\":\"HS256\"," + parameter + "}";

    assertThat(verify(sign(header, goodClaims()))).contains(GOOD);
  }

  @Test
  void refusesAKeyIdOfTenKilobytes() {
    String header = "{\"typ\":\"at+jwt\",\"alg\":\"HS256\",\"kid\":\"" + "k".repeat(10_000) + "\"}";

    assertThat(verify(sign(header, goodClaims()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"crit\":[\"exp\"],\"exp\":1",
        "\"crit\":[\"http://example.org/x\"],\"http://example.org/x\":true",
        "\"crit\":[\"b64\"],\"b64\":false",
        "\"crit\":[\"b64\"],\"b64\":true",
        "\"b64\":false",
        "\"crit\":\"b64\",\"b64\":false",
        "\"crit\":[\"alg\"]",
        "\"zip\":\"DEF\"",
        "\"cty\":\"JWT\"",
        "\"alg\":\"HS256\"",
        "\"kid\":null",
      })
  void refusesHeadersThatAskForMoreThanWeDo(String parameter) {
    String header = "{\"typ\":\"at+jwt\",\"alg\":\"HS256\"," + parameter + "}";

    assertThat(verify(sign(header, goodClaims()))).isEmpty();
  }

  @Test
  void refusesAnUnencodedPayload() {
    String header = "{\"typ\":\"at+jwt\",\"alg\":\"HS256\",\"crit\":[\"b64\"],\"b64\":false}";
    String claims = goodClaims();
    String signature =
        TokenForge.base64(TokenForge.macOf(encode(header) + "." + claims, "HmacSHA256", SECRET));

    assertThat(verify(encode(header) + "." + claims + "." + signature)).isEmpty();
    assertThat(verify(encode(header) + ".." + signature)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"JWT\"", "\"rt+jwt\"", "\"at+JWT \"", "\"\"", "null", "7"})
  void refusesEveryTypeButAccessTokens(String type) {
    String header = "{\"typ\":" + type + ",\"alg\":\"HS256\"}";

    assertThat(verify(sign(header, goodClaims()))).isEmpty();
    assertThat(verify(sign("{\"alg\":\"HS256\"}", goodClaims()))).isEmpty();
  }
}
