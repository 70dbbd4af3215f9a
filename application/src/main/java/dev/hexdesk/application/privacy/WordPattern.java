package dev.hexdesk.application.privacy;

import dev.hexdesk.domain.employee.IdentifyingText;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A regular expression that finds what identifies a person, names and telephone numbers in whatever
 * way they are written, and nothing within other words. PostgreSQL and Java read it alike.
 */
public final class WordPattern {
  /** The letters, digits and marks of the scripts that have spaces between words. */
  private static final CharacterSet LETTERS =
      CharacterSet.of(
          point ->
              (Letters.isMark(point)
                      || Character.isLetterOrDigit(point) && !Letters.APOSTROPHES.has(point))
                  && !Letters.UNSPACED.has(point));

  /** What names of German, English and other languages are written with at once: Müllers. */
  private static final CharacterSet GENITIVE = CharacterSet.ofCharacters("sS");

  /** The other scripts' marks, which belong to the letter before. */
  private static final CharacterSet UNSPACED_MARKS =
      CharacterSet.of(point -> Letters.isMark(point) && Letters.UNSPACED.has(point));

  private static final String NO_LETTER_BEFORE = "(^|[^" + LETTERS.inBrackets() + "])";
  private static final String NO_UNSPACED_BEFORE = "(?<!" + Letters.UNSPACED.one() + ")";

  /** Where a word that was found must end. */
  private enum End {
    OF_WORD(LETTERS.noneBehind()),
    OF_NAME("(?!" + LETTERS.without(GENITIVE).one() + "|" + GENITIVE.one() + LETTERS.one() + ")"),
    OF_LETTER(UNSPACED_MARKS.noneBehind()),
    OF_ANY_WORD(LETTERS.and(Letters.UNSPACED).noneBehind());

    private final String expression;

    End(String expression) {
      this.expression = expression;
    }
  }

  /**
   * @param beginsInWords whether there may be letters before it
   */
  private record Found(String expression, boolean beginsInWords, End end) {
    static Found of(String word) {
      return PhonePattern.of(word)
          .map(number -> new Found(number, false, End.OF_WORD))
          .orElseGet(() -> of(NamePattern.of(word)));
    }

    private static Found of(NamePattern name) {
      if (name.isOneLetter()) {
        return new Found(NO_UNSPACED_BEFORE + name.expression(), false, End.OF_ANY_WORD);
      }
      return new Found(name.expression(), name.beginsInWords(), endOf(name));
    }

    private static End endOf(NamePattern name) {
      if (name.endsInWords()) {
        return End.OF_LETTER;
      }
      return name.hasGenitive() ? End.OF_NAME : End.OF_WORD;
    }
  }

  private WordPattern() {}

  /**
   * Finds any of the words; what is before one, or nothing, is the first group. Names in scripts
   * without spaces are found as one with the names that follow them at once.
   */
  public static String of(Collection<IdentifyingText> words) {
    // Java takes the first that it finds, PostgreSQL the longest.
    List<Found> all =
        words.stream()
            .map(IdentifyingText::value)
            .sorted(Comparator.comparing(String::length).reversed().thenComparing(it -> it))
            .map(Found::of)
            .distinct()
            .toList();
    Optional<String> within = anyOf(all.stream().filter(Found::beginsInWords));
    Optional<String> whole = anyOf(all.stream().filter(it -> !it.beginsInWords()));
    String alone = whole.map(it -> NO_LETTER_BEFORE + it).orElse("(^)(?!^)");
    return within
        .map(it -> "(?:" + it + "+" + whole.map(more -> more + "?").orElse("") + "|" + alone + ")")
        .orElse(alone);
  }

  private static Optional<String> anyOf(Stream<Found> some) {
    return some
        .collect(Collectors.groupingBy(Found::end, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(
            it ->
                it.getValue().stream()
                    .map(Found::expression)
                    .collect(Collectors.joining("|", "(?:", ")" + it.getKey().expression)))
        .reduce((one, other) -> one + "|" + other)
        .map(any -> "(?:" + any + ")");
  }
}
