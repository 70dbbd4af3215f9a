package dev.hexdesk.application.privacy;

import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * A set of characters that a regular expression can look for. They are spelled out: what is a
 * letter, and which cases it has, depends on who reads the expression, and in PostgreSQL on the
 * database's locale.
 *
 * @param inBrackets what stands between the brackets of the expression
 */
record CharacterSet(String inBrackets, BitSet points) {
  static CharacterSet of(IntPredicate isAmong) {
    BitSet points = new BitSet();
    for (int point = 1; point <= Character.MAX_CODE_POINT; point++) {
      if (isAmong.test(point)) {
        points.set(point);
      }
    }
    return of(points);
  }

  /**
   * @param ranges the first and the last character of each, one after the other
   */
  static CharacterSet ofRanges(String ranges) {
    BitSet points = new BitSet();
    int[] ends = ranges.codePoints().toArray();
    for (int at = 0; at < ends.length; at += 2) {
      points.set(ends[at], ends[at + 1] + 1);
    }
    return of(points);
  }

  static CharacterSet ofCharacters(String characters) {
    BitSet points = new BitSet();
    characters.codePoints().forEach(points::set);
    return of(points);
  }

  private static CharacterSet of(BitSet points) {
    StringBuilder inBrackets = new StringBuilder();
    for (int first = points.nextSetBit(0); first >= 0; ) {
      int end = points.nextClearBit(first);
      inBrackets.append(inBrackets(first));
      if (end - first > 1) {
        inBrackets.append(end - first > 2 ? "-" : "").append(inBrackets(end - 1));
      }
      first = points.nextSetBit(end);
    }
    return new CharacterSet(inBrackets.toString(), points);
  }

  /** What means itself everywhere, or else its number. */
  private static String inBrackets(int point) {
    return Character.isLetterOrDigit(point) || point > Character.MAX_VALUE
        ? Character.toString(point)
        : "\\u%04x".formatted(point);
  }

  CharacterSet and(CharacterSet other) {
    BitSet both = (BitSet) points.clone();
    both.or(other.points);
    return of(both);
  }

  CharacterSet without(CharacterSet other) {
    BitSet rest = (BitSet) points.clone();
    rest.andNot(other.points);
    return of(rest);
  }

  boolean has(int point) {
    return points.get(point);
  }

  /** One of them. */
  String one() {
    return "[" + inBrackets + "]";
  }

  /** As many as there are, or none. */
  String any() {
    return one() + "*";
  }

  /** None of them follows. */
  String noneBehind() {
    return "(?!" + one() + ")";
  }
}
