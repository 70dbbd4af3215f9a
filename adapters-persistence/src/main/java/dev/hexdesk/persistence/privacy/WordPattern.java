package dev.hexdesk.persistence.privacy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A regular expression of PostgreSQL's that finds whole words in any letter case, with whichever
 * apostrophe and hyphen, and telephone numbers however they are written. It spells out which
 * characters are letters, and each of their cases: what PostgreSQL knows of that depends on the
 * database's locale, and in ours it is ASCII alone.
 */
final class WordPattern {
  /** The letters that are one without regard to case, by the form that all of them fold to. */
  private static final Map<Integer, List<Integer>> CASES =
      IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
          .filter(Character::isLetter)
          .boxed()
          .collect(Collectors.groupingBy(WordPattern::folded, TreeMap::new, Collectors.toList()));

  /** Some count as letters to Unicode, but whoever types a name means the same by each. */
  private static final String APOSTROPHES = "'\u2019\u2018\u02bc\u02bb\u2032\u00b4\uff07`";

  private static final String HYPHENS = "-\u2010\u2011\u2012\u2013\u2014\u2212";

  private static final String LETTERS = letters();

  private WordPattern() {}

  /** Finds any of the words; what is before one, or nothing, is the first group. */
  static String of(Collection<String> words) {
    String any =
        words.stream().flatMap(WordPattern::patterns).distinct().collect(Collectors.joining("|"));
    return "(^|[^" + LETTERS + "])(?:" + any + ")(?![" + LETTERS + "])";
  }

  private static Stream<String> patterns(String word) {
    return PhonePattern.of(word)
        .map(Stream::of)
        .orElseGet(() -> spellings(word).map(WordPattern::inAnyCase));
  }

  /** Composed and decomposed, a name looks the same. */
  private static Stream<String> spellings(String word) {
    return Stream.of(
        word,
        Normalizer.normalize(word, Normalizer.Form.NFC),
        Normalizer.normalize(word, Normalizer.Form.NFD));
  }

  private static String inAnyCase(String word) {
    StringBuilder pattern = new StringBuilder();
    word.codePoints().forEach(point -> pattern.append(inAnyCase(point)));
    return pattern.toString();
  }

  private static String inAnyCase(int point) {
    if (Character.isWhitespace(point)) {
      return "\\s+";
    }
    if (APOSTROPHES.indexOf(point) >= 0) {
      return "[" + APOSTROPHES + "]?";
    }
    if (HYPHENS.indexOf(point) >= 0) {
      return "[" + HYPHENS + "]";
    }
    if (!Character.isLetter(point)) {
      String literal = Character.toString(point);
      return point < 0x80 && !Character.isDigit(point) ? "\\" + literal : literal;
    }
    TreeSet<Integer> cases = new TreeSet<>(CASES.getOrDefault(folded(point), List.of(point)));
    String one = cases.stream().map(Character::toString).collect(Collectors.joining("", "[", "]"));
    // Some letters are two in upper case, such as the German sharp s.
    String upper = Character.toString(point).toUpperCase(Locale.ROOT);
    return upper.codePointCount(0, upper.length()) == 1
        ? one
        : "(?:" + one + "|" + inAnyCase(upper) + ")";
  }

  private static int folded(int point) {
    return Character.toLowerCase(Character.toUpperCase(point));
  }

  /** All letters, digits and marks, as ranges. */
  private static String letters() {
    List<String> ranges = new ArrayList<>();
    for (int point = '0'; point <= Character.MAX_CODE_POINT; point++) {
      if (isOfWord(point)) {
        int first = point;
        while (isOfWord(point + 1)) {
          point++;
        }
        ranges.add(escaped(first) + "-" + escaped(point));
      }
    }
    return String.join("", ranges);
  }

  private static boolean isOfWord(int point) {
    return Character.isLetterOrDigit(point) && APOSTROPHES.indexOf(point) < 0
        || switch (Character.getType(point)) {
          case Character.NON_SPACING_MARK,
              Character.COMBINING_SPACING_MARK,
              Character.ENCLOSING_MARK ->
              true;
          default -> false;
        };
  }

  private static String escaped(int point) {
    return "\\U%08X".formatted(point);
  }
}
