package dev.hexdesk.domain.shared;

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
   * The name without what a form or a spreadsheet has left around it, and with one space between
   * its parts, whatever kind of space was written there.
   */
  public static String normalized(String raw) {
    int[] points = raw.codePoints().dropWhile(PersonName::isPadding).toArray();
    int end = points.length;
    while (end > 0 && isPadding(points[end - 1])) {
      end--;
    }
    return SPACES.matcher(new String(points, 0, end)).replaceAll(" ");
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
