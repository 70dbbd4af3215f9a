package dev.hexdesk.application.privacy;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A regular expression that finds a name in all spellings that mean the same person: with and
 * without the marks of its letters, in compatible forms of these, with any separator between its
 * parts or none, and transcribed as in German.
 *
 * @param beginsInWords whether it stands in texts without spaces, and so has no end before it
 * @param endsInWords whether it has none behind it
 * @param isOneLetter of a script without spaces, so that it stands in many words
 * @param hasGenitive whether an s right behind it makes no other word of it
 */
record NamePattern(
    String expression,
    boolean beginsInWords,
    boolean endsInWords,
    boolean isOneLetter,
    boolean hasGenitive) {
  /** Shorter ones are other words with an s: a, as. */
  private static final int SHORTEST_WITH_GENITIVE = 3;

  private static final int LONGEST_LIGATURE = 3;

  /** With what names of files and accounts have for a space. */
  private static final String BETWEEN_PARTS =
      NamePart.SEPARATORS.and(CharacterSet.ofCharacters("_")).one();

  static NamePattern of(String word) {
    List<NamePart> parts = NamePart.partsOf(word);
    List<NamePart> named =
        parts.stream().filter(part -> !part.is(NamePart.Kind.SEPARATOR)).toList();
    if (named.isEmpty()) {
      return new NamePattern(literal(word), false, false, false, false);
    }
    long letters = named.stream().filter(part -> part.is(NamePart.Kind.LETTER)).count();
    boolean isOne = letters < 2;
    boolean isAddress = word.indexOf('@') >= 0;
    boolean begins = Letters.UNSPACED.has(named.getFirst().point());
    boolean ends = Letters.UNSPACED.has(named.getLast().point());
    return new NamePattern(
        expression(parts, isAddress, areInitials(parts)),
        begins && !isOne,
        ends && !isOne,
        (begins || ends) && isOne,
        !isAddress && letters >= SHORTEST_WITH_GENITIVE && hasGenitive(named.getLast().point()));
  }

  private static boolean hasGenitive(int last) {
    return Character.isLetter(last)
        && UnicodeScript.of(last) == UnicodeScript.LATIN
        && Character.toLowerCase(last) != 's';
  }

  /** Whether it would be a word such as I or am without its full stops. */
  private static boolean areInitials(List<NamePart> parts) {
    for (int at = 0; at < parts.size(); at++) {
      NamePart part = parts.get(at);
      if (!part.is(NamePart.Kind.SEPARATOR)
          && (Letters.UNSPACED.has(part.point())
              || at + 1 < parts.size() && !parts.get(at + 1).is(NamePart.Kind.SEPARATOR))) {
        return false;
      }
    }
    return true;
  }

  private static String expression(List<NamePart> parts, boolean isAddress, boolean areInitials) {
    StringBuilder expression = new StringBuilder();
    int first = 0;
    int last = parts.size() - 1;
    while (parts.get(first).is(NamePart.Kind.SEPARATOR)) {
      first++;
    }
    while (parts.get(last).is(NamePart.Kind.SEPARATOR)) {
      last--;
    }
    for (int at = 0; at < parts.size(); ) {
      NamePart part = parts.get(at);
      int length = 1;
      switch (part.kind()) {
        case OTHER -> expression.append(literal(part.text())).append(Letters.INVISIBLE.any());
        case SEPARATOR -> {
          if (isAddress) {
            expression.append(separator(part.point()));
          } else if (at > first && at < last) {
            while (parts.get(at + length).is(NamePart.Kind.SEPARATOR)) {
              length++;
            }
            expression.append(BETWEEN_PARTS).append(areInitials ? '+' : '*');
          } else if (areInitials) {
            expression.append(separator(part.point()));
          } else if (!isSpace(part.point())) {
            expression.append("(?:").append(separator(part.point())).append(")?");
          }
        }
        case LETTER -> {
          length = lengthOfLigature(parts, at);
          expression.append(letters(parts.subList(at, at + length)));
        }
      }
      at += length;
    }
    return expression.toString();
  }

  private static String separator(int point) {
    if (Letters.APOSTROPHES.has(point)) {
      return Letters.APOSTROPHES.one() + "?";
    }
    if (Letters.HYPHENS.has(point)) {
      return Letters.HYPHENS.one();
    }
    return Letters.DOTS.has(point) ? Letters.DOTS.one() : Letters.SPACES.one() + "+";
  }

  private static boolean isSpace(int point) {
    return point == NamePart.NON_JOINER || Letters.SPACES.has(point);
  }

  /** How many of the letters from here on can be written as one; or 1. */
  private static int lengthOfLigature(List<NamePart> parts, int at) {
    for (int length = Math.min(LONGEST_LIGATURE, parts.size() - at); length > 1; length--) {
      List<NamePart> some = parts.subList(at, at + length);
      if (some.stream().allMatch(NamePart::isPlain)
          && !(Letters.forms(joined(some)).isEmpty()
              && !NamePart.TRANSCRIBED.containsKey(joined(some)))) {
        return length;
      }
    }
    return 1;
  }

  private static String joined(List<NamePart> parts) {
    return parts.stream().map(NamePart::text).collect(Collectors.joining());
  }

  private static String letters(List<NamePart> parts) {
    String apart = parts.stream().map(NamePattern::letter).collect(Collectors.joining());
    if (parts.size() == 1) {
      return apart;
    }
    String several = joined(parts);
    String marks = marks(parts.getFirst().point());
    String transcribed = NamePart.TRANSCRIBED.getOrDefault(several, "");
    String asOne = "[" + Letters.forms(several) + transcribed + "]" + marks;
    String withMark =
        transcribed.isEmpty()
            ? ""
            : "|[%s]%s"
                    .formatted(
                        Letters.forms(several.substring(0, 1)),
                        NamePart.decomposed(transcribed).charAt(1))
                + marks;
    return "(?:" + apart + "|" + asOne + withMark + ")";
  }

  private static String letter(NamePart part) {
    String behind =
        part.transcribed().isEmpty()
            ? ""
            : "(?:" + letter(part.transcribed().codePointAt(0)) + ")?";
    return letter(part.point()) + behind;
  }

  private static String letter(int point) {
    String letter = Character.toString(point);
    String forms = letter + Letters.forms(letter);
    String decomposed = NamePart.decomposed(letter);
    if (decomposed.equals(letter)) {
      return "[" + forms + "]" + marks(point);
    }
    int base = decomposed.codePointAt(0);
    if (UnicodeScript.of(point) == UnicodeScript.CYRILLIC) {
      // Not all write the mark, though it makes another letter.
      return "["
          + forms
          + Letters.forms(Letters.folded(base))
          + "]"
          + Letters.marksAfter(base)
              .and(CharacterSet.ofCharacters(decomposed.substring(Character.charCount(base))))
              .any();
    }
    String apart =
        decomposed.codePoints().mapToObj(NamePattern::letter).collect(Collectors.joining());
    return "(?:[" + forms + "]" + marks(point) + "|" + apart + ")";
  }

  private static String marks(int letter) {
    return Letters.marksAfter(letter).any();
  }

  private static String literal(String text) {
    return text.codePoints()
        .mapToObj(Character::toString)
        .map(each -> each.matches("[!-/:-@\\[-`{-~]") ? "\\" + each : each)
        .collect(Collectors.joining());
  }
}
