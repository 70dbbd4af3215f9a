package dev.hexdesk.security;

import io.jsonwebtoken.security.Keys;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;

/** The secret that signs access tokens; it never shows itself. */
public final class SigningSecret {
  /** HS256 needs a key as long as its hash (RFC 7518, section 3.2). */
  public static final int LEAST_BYTES = 32;

  private static final String BASE64 = "base64:";

  private final SecretKey key;

  private SigningSecret(byte[] bytes) {
    if (bytes.length < LEAST_BYTES) {
      throw new IllegalArgumentException(
          "a signing secret has %d bits or more, not %d"
              .formatted(8 * LEAST_BYTES, 8 * bytes.length));
    }
    this.key = Keys.hmacShaKeyFor(bytes);
  }

  /**
   * Reads a secret that an operator wrote down: any text, taken as its UTF-8 bytes, or {@code
   * base64:} and bytes in either alphabet of base64.
   *
   * @throws IllegalArgumentException when it is too short or no base64; the message does not quote
   *     it
   */
  public static SigningSecret of(String text) {
    return new SigningSecret(
        text.startsWith(BASE64)
            ? decode(text.substring(BASE64.length()))
            : text.getBytes(StandardCharsets.UTF_8));
  }

  /** Makes up a secret that nobody can foresee, as text that needs no quoting anywhere. */
  public static String generate() {
    byte[] bytes = new byte[LEAST_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] decode(String base64) {
    try {
      return Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
    } catch (IllegalArgumentException e) {
      // The decoder's message quotes a character of the secret.
      throw new IllegalArgumentException("what follows " + BASE64 + " is no base64");
    }
  }

  SecretKey key() {
    return key;
  }

  @Override
  public String toString() {
    return "SigningSecret[hidden]";
  }
}
