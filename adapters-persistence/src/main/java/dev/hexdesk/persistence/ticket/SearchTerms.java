package dev.hexdesk.persistence.ticket;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
    private boolean mayBePartOfNumber() {
      return !isExcluded && !isQuoted && QueryNumber.maySpell(text);
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

  /** Terms that follow each other and may be one number together are one group. */
  static List<List<Term>> groups(List<Term> terms) {
    List<List<Term>> groups = new ArrayList<>();
    int next = 0;
    while (next < terms.size()) {
      int end = next;
      while (end < terms.size() && terms.get(end).mayBePartOfNumber()) {
        end++;
      }
      end = Math.max(end, next + 1);
      groups.add(terms.subList(next, end));
      next = end;
    }
    return groups;
  }

  /** The numbers that a group of terms may stand for. */
  static List<QueryNumber.Lexeme> numbers(List<Term> group) {
    return QueryNumber.lexemes(group.stream().map(Term::text).collect(Collectors.joining(" ")));
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
