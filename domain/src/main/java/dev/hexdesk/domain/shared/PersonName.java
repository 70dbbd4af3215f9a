package dev.hexdesk.domain.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/** A first or last name, in whatever letters its bearer writes it. */
public record PersonName(String value) {
  /** The longest that can be stored, in code points; configuration may ask for less. */
  public static final int LONGEST = 200;

  private static final Pattern SPACES = Pattern.compile("\\p{IsWhite_Space}+");
  private static final int NON_JOINER = 0x200c;
  private static final int JOINER = 0x200d;

  public PersonName {
    WellFormed.required("a name", value, LONGEST);
  }

  /**
   * The name without what a form or a spreadsheet has left around it, with one space between its
   * parts, whatever kind of space was written there, and composed.
   */
  public static String normalized(String raw) {
    int[] points = raw.codePoints().dropWhile(PersonName::isPadding).toArray();
    int end = points.length;
    while (end > 0 && isPadding(points[end - 1])) {
      end--;
    }
    return WellFormed.composed(SPACES.matcher(new String(points, 0, end)).replaceAll(" "));
  }

  /** Whether there is anything of a name in the text. */
  public static boolean isIn(String raw) {
    return !normalized(raw).isEmpty();
  }

  /** What a person is sorted by: the last name, or the only one that they have. */
  public static <T> T leading(Optional<T> firstName, Optional<T> lastName) {
    return lastName.or(() -> firstName).orElseThrow();
  }

  /**
   * Sees to it that a person has one name at least.
   *
   * @throws IllegalArgumentException where there is none
   */
  public static void requireOne(Optional<PersonName> firstName, Optional<PersonName> lastName) {
    if (firstName.isEmpty() && lastName.isEmpty()) {
      throw new IllegalArgumentException("a person has a first name, a last name or both");
    }
  }

  /** Nothing that can be seen; but a joiner at the end of a name shapes the letter before it. */
  private static boolean isPadding(int point) {
    return SPACES.matcher(Character.toString(point)).matches()
        || Character.getType(point) == Character.FORMAT && point != NON_JOINER && point != JOINER;
  }

  @Override
  public String toString() {
    return value;
  }
}
