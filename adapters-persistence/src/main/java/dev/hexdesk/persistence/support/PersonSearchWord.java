package dev.hexdesk.persistence.support;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A word that is sought among people.
 *
 * @param pattern finds it as it was written
 * @param number finds the telephone number that it is, or is a part of, however that was written
 */
record PersonSearchWord(String pattern, Optional<String> number) {
  /** What stands in numbers as people write and dial them. */
  private static final Pattern OF_NUMBER =
      Pattern.compile("(?:tel:)?[+\\p{Nd}\\p{Pd}\\p{Cf}()./\u2212]+");

  /** Around words as they are pasted from lists and addresses: {@code Lee, Ann <ann@b.example>}. */
  private static final Pattern AROUND =
      Pattern.compile("^(?:[\\p{Ps}\\p{Pi}<\"',;:*]|mailto:)+|[\\p{Pe}\\p{Pf}>\"',;:*]+$");

  private static final int FEWEST_LETTERS = 2;

  /** A number's extension, as people write it behind the number; stored as RFC 3966 has it. */
  private static final Pattern EXTENSION =
      Pattern.compile(
          "(?<=[\\p{Nd}\\p{Pd}()./ ]{5}\\p{Nd})[\\p{IsWhite_Space},;]*"
              + "(?:extension|extn?\\.?|x|#|\u0434\u043e\u0431\\.?)"
              + "[\\p{IsWhite_Space}:=]*(?<digits>[0-9]{1,11})\\p{IsWhite_Space}*$",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** The zero that is dialled within a country alone. */
  private static final Pattern TRUNK = Pattern.compile("\\(0+\\)");

  /** Zeros at the beginning lead out of the place or the country, and are no part of a number. */
  private static final Pattern PREFIX = Pattern.compile("^0+");

  /** Fewer digits are in the numbers of too many. */
  private static final int SHORTEST = 4;

  /** The words of a search; several that follow one another may be one number. */
  static List<PersonSearchWord> of(String search) {
    Set<PersonSearchWord> found = new LinkedHashSet<>();
    List<String> together = new ArrayList<>();
    Matcher extension = EXTENSION.matcher(search);
    String rest = search;
    if (extension.find()) {
      rest = search.substring(0, extension.start());
      String stored = ";ext=" + extension.group("digits");
      found.add(new PersonSearchWord(FoldedText.pattern(stored), Optional.empty()));
    }
    for (String written : FoldedText.words(rest)) {
      String word = bare(written);
      if (OF_NUMBER.matcher(written).matches()) {
        together.add(written);
      } else {
        found.addAll(numbered(together));
        together.clear();
        found.add(new PersonSearchWord(FoldedText.pattern(word), Optional.empty()));
      }
    }
    found.addAll(numbered(together));
    return List.copyOf(found);
  }

  /** A word without what was pasted with it; signs with hardly a letter among them are meant. */
  private static String bare(String written) {
    String word = AROUND.matcher(written).replaceAll("");
    return word.codePoints().filter(Character::isLetterOrDigit).count() < FEWEST_LETTERS
        ? written
        : word;
  }

  private static List<PersonSearchWord> numbered(List<String> words) {
    String written = TRUNK.matcher(String.join("", words)).replaceAll("");
    String digits =
        written
            .codePoints()
            .filter(Character::isDigit)
            .mapToObj(point -> Integer.toString(Character.digit(point, 10)))
            .collect(Collectors.joining());
    String number = PREFIX.matcher(digits).replaceFirst("");
    Optional<String> pattern =
        number.length() < SHORTEST ? Optional.empty() : Optional.of(FoldedText.pattern(number));
    return words.stream()
        .map(word -> new PersonSearchWord(FoldedText.pattern(word), pattern))
        .toList();
  }
}
