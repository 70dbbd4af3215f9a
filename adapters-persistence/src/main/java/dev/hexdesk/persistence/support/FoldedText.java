package dev.hexdesk.persistence.support;

import dev.hexdesk.domain.shared.LetterCase;
import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Text without what people don't mean when they search and sort: letter case, and compatible
 * spellings of the same characters. Folded here, so that no database's locale has a say in it.
 */
public final class FoldedText {
  /** As many code points as a sort key's column holds; an index entry can't be of any length. */
  private static final int SORT_KEY_LENGTH = 200;

  // No word of a search holds one, so none is found across the border of two fields.
  private static final String BORDER = "\n";
  private static final Pattern SPACE = Pattern.compile("\\p{IsWhite_Space}+");

  private FoldedText() {}

  private static String fold(String text) {
    return normalized(LetterCase.folded(normalized(text)));
  }

  /** What a row is sorted by. */
  public static String sortKey(String text) {
    String folded = fold(text);
    return folded.codePointCount(0, folded.length()) <= SORT_KEY_LENGTH
        ? folded
        : folded.substring(0, folded.offsetByCodePoints(0, SORT_KEY_LENGTH));
  }

  /** What a row is searched by. */
  public static String searchText(String... fields) {
    return Stream.of(fields).map(FoldedText::fold).collect(Collectors.joining(BORDER));
  }

  /** The words that are sought. */
  static List<String> words(String text) {
    return SPACE.splitAsStream(fold(text)).filter(word -> !word.isEmpty()).toList();
  }

  /** The {@code LIKE} pattern for a word, which may occur anywhere. */
  static String pattern(String word) {
    return "%" + literal(word) + "%";
  }

  private static String literal(String word) {
    return word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static String normalized(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }
}
