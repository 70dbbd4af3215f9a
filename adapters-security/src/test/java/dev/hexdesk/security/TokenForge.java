package dev.hexdesk.security;

import dev.hexdesk.application.authentication.TokenClaims;
import dev.hexdesk.domain.user.UserId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens by hand, so that anything at all can be signed, and by anybody's secret. */
final class TokenForge {
  static final Instant NOW = Instant.parse("2026-11-23T10:15:30.500Z");
  static final String SECRET = "a secret of thirty-two bytes and more";
  static final TokenSettings SETTINGS =
      new TokenSettings(
          SigningSecret.of(SECRET),
          "hexdesk",
          "hexdesk-api",
          Duration.ofMinutes(60),
          TokenSettings.STANDARD_LEEWAY);

  /** What {@link #goodClaims} say. */
  static final TokenClaims GOOD = new TokenClaims(new UserId(7), 3, Optional.empty());

  static final String HEADER = "{\"typ\":\"at+jwt\",\"alg\":\"HS256\"}";

  private TokenForge() {}

  /** What a token is taken for, if it is taken. */
  static Optional<TokenClaims> verify(String token) {
    return new JwtAccessTokens(SETTINGS, InstantSource.fixed(NOW)).verify(token);
  }

  /** The claims of a good token, in JSON, with one of them replaced; null leaves it out. */
  static String claimsWith(String name, String json) {
    Map<String, String> claims = new LinkedHashMap<>();
    claims.put("iss", "\"hexdesk\"");
    claims.put("aud", "[\"hexdesk-api\"]");
    claims.put("sub", "\"7\"");
    claims.put("iat", Long.toString(NOW.getEpochSecond()));
    claims.put("exp", Long.toString(NOW.getEpochSecond() + 3600));
    claims.put("jti", "\"b7c4\"");
    claims.put("epoch", "3");
    claims.put(name, json);
    return claims.entrySet().stream()
        .filter(claim -> claim.getValue() != null)
        .map(claim -> "\"" + claim.getKey() + "\":" + claim.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  static String goodClaims() {
    return claimsWith("jti", "\"b7c4\"");
  }

  static String sign(String header, String claims) {
    return sign(header, claims, "HmacSHA256", SECRET.getBytes(StandardCharsets.UTF_8));
  }

  static String sign(String header, String claims, String mac, byte[] secret) {
    String input = encode(header) + "." + encode(claims);
    return input + "." + base64(macOf(input, mac, secret));
  }

  static byte[] macOf(String input, String algorithm, byte[] secret) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret, algorithm));
      return mac.doFinal(input.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String encode(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  static String decode(String base64) {
    return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
  }
}
