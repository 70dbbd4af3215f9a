package dev.hexdesk.bootstrap.hardening;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a token differs from a good one.
 *
 * @param header members in JSON that take the place of the good header's; null leaves one out
 * @param claims the same of its claims
 * @param headerText the whole header, in the place of {@code header}
 * @param claimsText the whole claims, in the place of {@code claims}
 * @param key the secret that signs, where it is not the server's own
 * @param mac what signs, where it is not HmacSHA256
 * @param text what is sent, made of the parts {@code {header}}, {@code {claims}}, {@code
 *     {signature}}, {@code {original}} (the good token's), {@code {flipped}} (one bit of the
 *     signature is another) and {@code {stray}} (the same signature, spelled with other bits behind
 *     its end)
 */
record ForgedToken(
    Map<String, String> header,
    Map<String, String> claims,
    String headerText,
    String claimsText,
    String key,
    String mac,
    String text) {
  private static final String ALPHABET =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /**
   * Makes it from a good one.
   *
   * @param secret of the server
   */
  String forge(String good, String secret, Texts texts) {
    String[] parts = good.split("\\.");
    String newHeader =
        headerText == null ? changed(parts[0], header, texts) : texts.string(headerText);
    String newClaims =
        claimsText == null ? changed(parts[1], claims, texts) : texts.string(claimsText);
    String input = base64(newHeader.getBytes(UTF_8)) + "." + base64(newClaims.getBytes(UTF_8));
    byte[] signature =
        macOf(input, mac == null ? "HmacSHA256" : mac, key == null ? secret : texts.string(key));
    String pattern = text == null ? "{header}.{claims}.{signature}" : text;
    return texts.string(
        pattern
            .replace("{header}", base64(newHeader.getBytes(UTF_8)))
            .replace("{claims}", base64(newClaims.getBytes(UTF_8)))
            .replace("{signature}", base64(signature))
            .replace("{original}", parts[2])
            .replace("{flipped}", flipped(signature))
            .replace("{stray}", stray(base64(signature))));
  }

  /** What is different, for readers. */
  String words() {
    return Stream.of(
            told("header", header),
            Stream.ofNullable(headerText).map(all -> "header " + all),
            told("claims", claims),
            Stream.ofNullable(claimsText).map(all -> "claims " + all),
            Stream.ofNullable(key).map(secret -> "signed with \"" + secret + "\""),
            Stream.ofNullable(mac).map(algorithm -> "signed by " + algorithm),
            Stream.ofNullable(text))
        .flatMap(part -> part)
        .collect(Collectors.joining("; "));
  }

  private static Stream<String> told(String what, Map<String, String> changes) {
    return changes == null
        ? Stream.empty()
        : changes.entrySet().stream()
            .map(
                change ->
                    what
                        + (change.getValue() == null
                            ? " without " + change.getKey()
                            : " " + change.getKey() + " = " + change.getValue()));
  }

  private static String changed(String part, Map<String, String> changes, Texts texts) {
    Map<String, String> members = new LinkedHashMap<>();
    json(part).properties().forEach(each -> members.put(each.getKey(), each.getValue().toString()));
    if (changes != null) {
      changes.forEach((name, json) -> members.put(name, json == null ? null : texts.string(json)));
    }
    return members.entrySet().stream()
        .filter(member -> member.getValue() != null)
        .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static JsonNode json(String part) {
    try {
      return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(part));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] macOf(String input, String algorithm, String secret) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), algorithm));
      return mac.doFinal(input.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String flipped(byte[] signature) {
    byte[] other = signature.clone();
    other[7] ^= 0x10;
    return base64(other);
  }

  /** The last of the 43 characters has two bits that mean nothing. */
  private static String stray(String signature) {
    int last = ALPHABET.indexOf(signature.charAt(signature.length() - 1));
    return signature.substring(0, signature.length() - 1) + ALPHABET.charAt(last ^ 1);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
