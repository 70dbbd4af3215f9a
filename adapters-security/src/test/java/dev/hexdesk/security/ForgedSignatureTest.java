package dev.hexdesk.security;

import static dev.hexdesk.security.TokenForge.GOOD;
import static dev.hexdesk.security.TokenForge.HEADER;
import static dev.hexdesk.security.TokenForge.NOW;
import static dev.hexdesk.security.TokenForge.claimsWith;
import static dev.hexdesk.security.TokenForge.encode;
import static dev.hexdesk.security.TokenForge.goodClaims;
import static dev.hexdesk.security.TokenForge.sign;
import static dev.hexdesk.security.TokenForge.verify;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.jsonwebtoken.Jwts;
import java.security.KeyPair;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens that were not signed by us, not as we sign, or not spelled as we do. */
class ForgedSignatureTest {
  private static final byte[] SECRET = TokenForge.SECRET.getBytes(UTF_8);
  private static final String TOKEN = sign(HEADER, goodClaims());

  @Test
  void acceptsWhatTheOthersAreVariationsOf() {
    assertThat(verify(TOKEN)).contains(GOOD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "None", "NONE", "nOnE", "", "HS512", "RS256", "hs256", "dir"})
  void refusesEveryAlgorithmButOurs(String algorithm) {
    String header = "{\"typ\":\"at+jwt\",\"alg\":\"" + algorithm + "\"}";

    assertThat(verify(encode(header) + "." + encode(goodClaims()) + ".")).isEmpty();
    assertThat(verify(sign(header, goodClaims()))).isEmpty();
  }

  @Test
  void refusesAHeaderWithoutAlgorithm() {
    assertThat(verify(sign("{\"typ\":\"at+jwt\"}", goodClaims()))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"HS384, HmacSHA384", "HS512, HmacSHA512"})
  void refusesALongerHashOfTheRightSecret(String algorithm, String mac) {
    byte[] secret = "y".repeat(64).getBytes(UTF_8);
    TokenSettings settings =
        new TokenSettings(
            SigningSecret.of("y".repeat(64)),
            "hexdesk",
            "hexdesk-api",
            TokenForge.SETTINGS.lifetime(),
            TokenForge.SETTINGS.leeway());
    JwtAccessTokens others = new JwtAccessTokens(settings, InstantSource.fixed(NOW));
    String header = "{\"typ\":\"at+jwt\",\"alg\":\"" + algorithm + "\"}";

    assertThat(others.verify(sign(HEADER, goodClaims(), "HmacSHA256", secret))).contains(GOOD);
    assertThat(others.verify(sign(header, goodClaims(), mac, secret))).isEmpty();
  }

  @Test
  void refusesASignatureByAPublicKeyUsedAsSecret() {
    KeyPair pair = Jwts.SIG.RS256.keyPair().build();
    byte[] publicKey = pair.getPublic().getEncoded();

    assertThat(verify(sign(HEADER, goodClaims(), "HmacSHA256", publicKey))).isEmpty();
    assertThat(
            verify(
                Jwts.builder()
                    .header()
                    .type("at+jwt")
                    .and()
                    .content(goodClaims())
                    .signWith(pair.getPrivate())
                    .compact()))
        .isEmpty();
  }

  @Test
  void refusesAnotherSecret() {
    byte[] other = "a secret of thirty-two bytes and mores".getBytes(UTF_8);

    assertThat(verify(sign(HEADER, goodClaims(), "HmacSHA256", other))).isEmpty();
  }

  @Test
  void refusesAMissingOrCutSignature() {
    String unsigned = TOKEN.substring(0, TOKEN.lastIndexOf('.'));

    assertThat(verify(unsigned)).isEmpty();
    assertThat(verify(unsigned + ".")).isEmpty();
    assertThat(verify(TOKEN.substring(0, TOKEN.length() - 1))).isEmpty();
    assertThat(verify(TOKEN.substring(0, TOKEN.length() - 22))).isEmpty();
  }

  /** The last character of 43 carries four bits and two that must be zero. */
  @Test
  void refusesEveryOtherSpellingOfTheSignature() {
    String start = TOKEN.substring(0, TOKEN.length() - 1);
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/=";

    assertThat(alphabet.chars().filter(c -> verify(start + (char) c).isPresent()).count()).isOne();
    assertThat(verify(TOKEN + "=")).isEmpty();
    assertThat(verify(inOrdinaryBase64(TOKEN))).isEmpty();
  }

  private static String inOrdinaryBase64(String token) {
    int dot = token.lastIndexOf('.') + 1;
    byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot));
    return token.substring(0, dot) + Base64.getEncoder().encodeToString(signature);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", "...", "....", "x", "Bearer", "\u0000", "é.é.é", "a b.c.d"})
  void refusesWhatIsNoTokenAtAll(String text) {
    assertThat(verify(text)).isEmpty();
  }

  @Test
  void refusesOneSegmentMoreOrLess() {
    assertThat(verify(TOKEN + "." + TOKEN.substring(TOKEN.lastIndexOf('.') + 1))).isEmpty();
    assertThat(verify("." + TOKEN)).isEmpty();
    assertThat(verify(TOKEN + ".")).isEmpty();
    assertThat(verify(TOKEN.substring(TOKEN.indexOf('.') + 1))).isEmpty();
    assertThat(verify(" " + TOKEN)).isEmpty();
    assertThat(verify(TOKEN + "\n")).isEmpty();
  }

  @Test
  void refusesAnEncryptedToken() {
    String jwe =
        Jwts.builder()
            .header()
            .type("at+jwt")
            .and()
            .subject("7")
            .encryptWith(new SecretKeySpec(SECRET, 0, 32, "AES"), Jwts.KEY.A256KW, Jwts.ENC.A256GCM)
            .compact();

    assertThat(verify(jwe)).isEmpty();
  }

  @Test
  void refusesMoreThanEightKibibytes() {
    String longest = sign(HEADER, claimsWith("pad", "\"" + "x".repeat(5920) + "\""));
    String longer = sign(HEADER, claimsWith("pad", "\"" + "x".repeat(6000) + "\""));

    assertThat(longest).hasSizeBetween(8100, 8192);
    assertThat(longer).hasSizeGreaterThan(8192);
    assertThat(verify(longest)).contains(GOOD);
    assertThat(verify(longer)).isEmpty();
    assertThat(verify("x".repeat(10_000_000))).isEmpty();
  }
}
