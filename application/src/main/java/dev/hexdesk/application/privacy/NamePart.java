package dev.hexdesk.application.privacy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A character of a name.
 *
 * @param text a letter without marks and in lower case
 * @param transcribed what may stand behind the letter in the place of its mark, or nothing
 */
record NamePart(Kind kind, String text, boolean isMarked, String transcribed) {
  /** What characters are in a name. */
  enum Kind {
    LETTER,
    SEPARATOR,
    OTHER
  }

  /** What may stand between the parts of a name. */
  static final CharacterSet SEPARATORS =
      Letters.APOSTROPHES
          .and(Letters.HYPHENS)
          .and(Letters.DOTS)
          .and(Letters.SPACES)
          .and(Letters.INVISIBLE);

  /** Letters that people write as two where they have no key for them. */
  static final Map<String, String> TRANSCRIBED =
      Map.of("ae", "äÄ", "oe", "öÖøØ", "ue", "üÜ", "aa", "åÅ");

  /** Keeps letters apart that would shape each other, and stands for a space. */
  static final int NON_JOINER = 0x200c;

  private static final Pattern APOSTROPHE = Pattern.compile(Letters.APOSTROPHES.one());

  static NamePart of(Kind kind, int point) {
    return new NamePart(kind, Character.toString(point), false, "");
  }

  int point() {
    return text.codePointAt(0);
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean isPlain() {
    return is(Kind.LETTER) && !isMarked;
  }

  NamePart marked() {
    return new NamePart(kind, text, true, transcribed);
  }

  static List<NamePart> partsOf(String word) {
    String compatible =
        Normalizer.normalize(APOSTROPHE.matcher(word).replaceAll("'"), Normalizer.Form.NFKC);
    List<NamePart> parts = new ArrayList<>();
    for (int point : compatible.codePoints().toArray()) {
      if (SEPARATORS.has(point) && (point == NON_JOINER || !Letters.INVISIBLE.has(point))) {
        parts.add(NamePart.of(Kind.SEPARATOR, point));
      } else if (!parts.isEmpty()
          && parts.getLast().is(Kind.LETTER)
          && Letters.marksAfter(parts.getLast().point()).has(point)) {
        parts.addLast(parts.removeLast().marked());
      } else if (!Letters.INVISIBLE.has(point)) {
        parts.addAll(partsOf(point));
      }
    }
    return parts;
  }

  private static List<NamePart> partsOf(int point) {
    if (!Character.isLetterOrDigit(point) && !Letters.isMark(point)) {
      return List.of(NamePart.of(Kind.OTHER, point));
    }
    String decomposed = decomposed(Character.toString(point));
    String folded = Letters.folded(point);
    boolean isMarked =
        decomposed
            .codePoints()
            .skip(1)
            .anyMatch(Letters.marksAfter(decomposed.codePointAt(0))::has);
    String transcribed =
        TRANSCRIBED.entrySet().stream()
            .filter(it -> it.getKey().startsWith(folded))
            .filter(it -> it.getValue().indexOf(point) >= 0)
            .map(it -> it.getKey().substring(1))
            .collect(Collectors.joining());
    return folded
        .codePoints()
        .mapToObj(
            letter -> new NamePart(Kind.LETTER, Character.toString(letter), isMarked, transcribed))
        .toList();
  }

  static String decomposed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }
}
