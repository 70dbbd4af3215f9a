package dev.hexdesk.domain.user;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A password in clear, on its short way from a request to the hasher; it never shows itself. */
public record Password(String value) {
  /** A part of everything, so to contain it means nothing. */
  private static final int TOO_SHORT_A_NAME = 2;

  private static final Pattern SPACE_OF_ANY_KIND = Pattern.compile("\\p{Zs}");

  /**
   * The password as it is hashed, whichever machine it was typed on: keyboards differ in whether a
   * {@code ü} is one character or two, and in which space they send (RFC 8265, OpaqueString).
   * Letter case, and spaces at the ends, remain.
   */
  public String prepared() {
    return Normalizer.normalize(
        SPACE_OF_ANY_KIND.matcher(value).replaceAll(" "), Normalizer.Form.NFC);
  }

  /**
   * What a stored hash may have been made of, the likeliest first. Passwords were once hashed as
   * they came, and those hashes stay good.
   */
  public List<String> spellings() {
    return Stream.of(prepared(), value, Normalizer.normalize(value, Normalizer.Form.NFD))
        .distinct()
        .toList();
  }

  /** Whether the name, in any spelling, is a part of it. */
  public boolean contains(String username) {
    String name = Username.keyOf(username);
    return name.length() > TOO_SHORT_A_NAME && Username.keyOf(value).contains(name);
  }

  @Override
  public String toString() {
    return "Password[hidden]";
  }
}
