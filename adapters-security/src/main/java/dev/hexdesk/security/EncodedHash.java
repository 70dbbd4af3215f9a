package dev.hexdesk.security;

import dev.hexdesk.domain.user.PasswordHash;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of an Argon2id hash in its encoded form, {@code $argon2id$v=19$m=..,t=..,p=..$..$..}.
 */
final class EncodedHash {
  private static final Pattern FORM =
      Pattern.compile(
          "\\$argon2id\\$v=19"
              + "\\$m=([0-9]{1,7}),t=([0-9]{1,3}),p=([0-9]{1,2})"
              + "\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

  private final Argon2Cost cost;
  private final byte[] salt;
  private final byte[] digest;

  private EncodedHash(Argon2Cost cost, byte[] salt, byte[] digest) {
    this.cost = cost;
    this.salt = salt;
    this.digest = digest;
  }

  /**
   * Takes a stored hash apart.
   *
   * @throws IllegalStateException when it is none: whoever stored it made a mistake, and that must
   *     not pass for a wrong password
   */
  static EncodedHash of(PasswordHash hash) {
    Matcher form = FORM.matcher(hash.encoded());
    if (!form.matches()) {
      throw malformed();
    }
    try {
      Argon2Cost cost =
          new Argon2Cost(
              Integer.parseInt(form.group(1)),
              Integer.parseInt(form.group(2)),
              Integer.parseInt(form.group(3)));
      return new EncodedHash(cost, decode(form.group(4)), decode(form.group(5)));
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
  }

  /** Whether it is a hash that can be taken apart. */
  static boolean isOne(PasswordHash hash) {
    try {
      return of(hash).cost.lanes() > 0;
    } catch (IllegalStateException malformed) {
      return false;
    }
  }

  Argon2Cost cost() {
    return cost;
  }

  byte[] salt() {
    return salt;
  }

  byte[] digest() {
    return digest;
  }

  private static byte[] decode(String text) {
    return Base64.getDecoder().decode(text);
  }

  private static IllegalStateException malformed() {
    return new IllegalStateException("a stored password hash is no Argon2id hash");
  }
}
