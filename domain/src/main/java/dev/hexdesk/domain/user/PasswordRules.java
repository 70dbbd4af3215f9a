package dev.hexdesk.domain.user;

import dev.hexdesk.domain.shared.LetterCase;
import dev.hexdesk.domain.shared.Violation;
import dev.hexdesk.domain.shared.Violations;
import dev.hexdesk.domain.shared.WellFormed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a new password must be like. It is looked at as it will be hashed ({@link
 * Password#prepared}); lengths count Unicode code points, and nothing is trimmed, folded or cut.
 *
 * @param specials a password needs one of these characters; empty where it needs none
 * @param common passwords that are refused however long they are
 */
public record PasswordRules(
    int minLength,
    int maxLength,
    boolean upperCase,
    boolean lowerCase,
    boolean digit,
    String specials,
    CommonPasswords common) {
  /** What everybody tries first who guesses passwords of this product's users. */
  private static final String PRODUCT = "hexdesk";

  private static final String UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String LOWER = "abcdefghijkmnpqrstuvwxyz";
  private static final String DIGITS = "23456789";
  private static final int GENERATED_LENGTH = 20;

  /** Longer texts are nobody's password, and nothing to keep the hasher busy with. */
  private static final int LONGEST_PRESENT = 1_000;

  public PasswordRules {
    if (minLength < 1 || maxLength < minLength) {
      throw new IllegalArgumentException(
          "lengths from " + minLength + " to " + maxLength + " leave no password that is allowed");
    }
    if (maxLength < classes(upperCase, lowerCase, digit, !specials.isEmpty())) {
      throw new IllegalArgumentException(
          "a password of " + maxLength + " characters has no room for one of each kind wanted");
    }
    if (!WellFormed.isUnicode(specials) || WellFormed.hasControls(specials, false)) {
      throw new IllegalArgumentException("no password may contain these special characters");
    }
  }

  private static long classes(boolean... wanted) {
    return IntStream.range(0, wanted.length).filter(i -> wanted[i]).count();
  }

  /** Checks a password that must be there; one violation for each rule that it breaks. */
  public Violations.Checked<Password> check(
      String field, @Nullable String raw, Violations violations) {
    if (raw == null) {
      return violations.missing(field);
    }
    Password password = new Password(raw);
    Violations found = new Violations();
    checkText(field, password.prepared(), found);
    checkClasses(field, password.prepared(), found);
    checkGuesses(field, password.prepared(), found);
    violations.addAll(found.all());
    return found.isEmpty() ? () -> password : violations.unavailable(field);
  }

  private void checkText(String field, String prepared, Violations found) {
    if (!WellFormed.isUnicode(prepared) || WellFormed.hasControls(prepared, false)) {
      found.add(field, "format", "must be text without control characters");
    }
    int length = prepared.codePointCount(0, prepared.length());
    if (length < minLength) {
      found.add(field, "too_short", "must be at least " + minLength + " characters long");
    }
    if (length > maxLength) {
      found.add(field, "too_long", "must be at most " + maxLength + " characters long");
    }
  }

  private void checkClasses(String field, String prepared, Violations found) {
    if (upperCase && lacks(prepared, Character::isUpperCase)) {
      found.add(field, "no_upper_case", "must contain an upper-case letter");
    }
    if (lowerCase && lacks(prepared, Character::isLowerCase)) {
      found.add(field, "no_lower_case", "must contain a lower-case letter");
    }
    if (digit && lacks(prepared, Character::isDigit)) {
      found.add(field, "no_digit", "must contain a digit");
    }
    if (!specials.isEmpty() && lacks(prepared, point -> specials.indexOf(point) >= 0)) {
      found.add(field, "no_special", "must contain one of " + specials);
    }
  }

  private void checkGuesses(String field, String prepared, Violations found) {
    if (common.contain(prepared)) {
      found.add(field, "too_common", "must not be one that is among the first to be guessed");
    }
    if (LetterCase.folded(prepared).contains(PRODUCT)) {
      found.add(field, "contains_product_name", "must not contain the name of this product");
    }
  }

  /** Checks the password of a user who is going to have a name. */
  public Violations.Checked<Password> check(
      String field, @Nullable String raw, @Nullable String username, Violations violations) {
    var checked = check(field, raw, violations);
    if (raw == null || username == null || !new Password(raw).contains(username)) {
      return checked;
    }
    violations.addAll(List.of(containsUsername(field)));
    return violations.unavailable(field);
  }

  /** No present password is longer, by whatever rules it was chosen. */
  public int longestPresent() {
    return Math.max(LONGEST_PRESENT, maxLength);
  }

  /** Says that a password contains its user's name. */
  public static Violation containsUsername(String field) {
    return new Violation(field, "contains_username", "must not contain the user name");
  }

  /** The rules in words, completing "needs ...". */
  public String meaning() {
    List<String> parts = new ArrayList<>();
    parts.add(minLength + " to " + maxLength + " characters");
    if (upperCase) {
      parts.add("an upper-case letter");
    }
    if (lowerCase) {
      parts.add("a lower-case letter");
    }
    if (digit) {
      parts.add("a digit");
    }
    if (!specials.isEmpty()) {
      parts.add("one of " + specials);
    }
    return String.join(", ", parts);
  }

  /**
   * A random password that these rules accept, without letters that people mistake for each other.
   */
  public Password generate(RandomGenerator random) {
    int[] everything = (UPPER + LOWER + DIGITS + specials).codePoints().toArray();
    int length = Math.clamp(GENERATED_LENGTH, minLength, maxLength);
    while (true) {
      String candidate =
          IntStream.range(0, length)
              .mapToObj(i -> Character.toString(everything[random.nextInt(everything.length)]))
              .collect(Collectors.joining());
      Violations violations = new Violations();
      Violations.Checked<Password> password = check("password", candidate, violations);
      if (violations.isEmpty()) {
        return password.get();
      }
    }
  }

  private static boolean lacks(String text, IntPredicate wanted) {
    return text.codePoints().noneMatch(wanted);
  }
}
