package dev.hexdesk.persistence.ticket;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is sought, taken apart: alternatives, of each of which all terms have to occur. What words a
 * term is made of the database knows.
 */
final class SearchTerms {
  /**
   * A word or phrase.
   *
   * @param isExcluded whether it must not occur
   * @param isBeginning whether its last word may be the beginning of one
   */
  record Term(String text, boolean isExcluded, boolean isQuoted, boolean isBeginning) {
    boolean mayBePartOfNumber() {
      return !isExcluded && !isQuoted && SoughtNumber.maySpell(text);
    }
  }

  /** As keyboards and word processors have them. */
  private static final Pattern QUOTATION_MARK =
      Pattern.compile("[\u201c\u201d\u201e\u201f\u00ab\u00bb]");

  private static final Pattern TERM =
      Pattern.compile("(?<minus>-*)\"(?<phrase>[^\"]*)\"?|(?<word>[^\\p{IsWhite_Space}\"]+)");

  private final List<List<Term>> alternatives = new ArrayList<>();
  private List<Term> all = new ArrayList<>();

  private SearchTerms(String text) {
    Matcher matcher = TERM.matcher(text);
    while (matcher.find()) {
      if (matcher.group("word") == null) {
        all.add(new Term(matcher.group("phrase"), !matcher.group("minus").isEmpty(), true, false));
      } else {
        add(matcher.group("word"), matcher.end() == text.length());
      }
    }
    alternatives.add(all);
  }

  static List<List<Term>> of(String text) {
    String normalized = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return List.copyOf(
        new SearchTerms(QUOTATION_MARK.matcher(normalized).replaceAll("\"").strip()).alternatives);
  }

  private void add(String word, boolean isLast) {
    if (word.equalsIgnoreCase("or") && !all.isEmpty() && !isLast) {
      alternatives.add(all);
      all = new ArrayList<>();
      return;
    }
    int start = 0;
    while (start < word.length() && word.charAt(start) == '-') {
      start++;
    }
    boolean isExcluded = start > 0;
    boolean mayGoOn = Character.isLetterOrDigit(word.codePointBefore(word.length()));
    if (start < word.length()) {
      all.add(new Term(word.substring(start), isExcluded, false, isLast && mayGoOn && !isExcluded));
    }
  }
}
