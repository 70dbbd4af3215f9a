package dev.hexdesk.persistence.ticket;

import dev.hexdesk.persistence.support.Transcription;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A search, taken apart: alternatives, of each of which all terms have to occur. The words of a
 * term, as those of tickets, are made by {@code hexdesk_sought} and {@code hexdesk_read} in {@code
 * db/changelog/0031-tokenizer.sql}.
 */
final class SearchTerms {
  /**
   * A word or phrase.
   *
   * @param isExcluded whether it must not occur
   * @param isBeginning whether its last word may be the beginning of one
   * @param mayBeApart whether two words that follow each other may be what it says
   */
  record Term(
      String text, boolean isExcluded, boolean isQuoted, boolean isBeginning, boolean mayBeApart) {
    /** The term in each way to write it, the typed one first. */
    List<Term> spellings() {
      Stream<Term> others =
          OtherSpellings.of(text, isQuoted).stream().map(it -> spelled(it, isBeginning));
      // What is a word already is no other spelling of the beginning of another one.
      Stream<Term> transcribed = Transcription.otherOf(text).stream().map(it -> spelled(it, false));
      return Stream.concat(others, transcribed).toList();
    }

    /** The term as two words that follow each other, parted in each place. */
    List<Term> apart() {
      return mayBeApart
          ? Stream.concat(Stream.of(text), Transcription.otherOf(text).stream())
              .flatMap(WordsApart::of)
              .map(it -> spelled(it, false))
              .toList()
          : List.of();
    }

    private Term spelled(String other, boolean isBeginning) {
      return new Term(other, isExcluded, isQuoted, isBeginning, false);
    }

    private boolean isPlain() {
      return !isExcluded && !isQuoted;
    }

    private Term asOneWord() {
      return spelled(text, isBeginning);
    }

    private boolean mayBePartOfCode() {
      return isPlain() && PART_OF_CODE.matcher(text).matches();
    }

    private boolean mayBePartOfNumber() {
      return isPlain() && QueryNumber.maySpell(text);
    }
  }

  /** As keyboards and word processors have them. */
  private static final Pattern QUOTATION_MARK =
      Pattern.compile("[\u201c\u201d\u201e\u201f\u00ab\u00bb]");

  /**
   * Signs that would become letters of the word beside them: as {@code hexdesk_composed} has it.
   */
  private static final Pattern SIGN = Pattern.compile("[\u2116\u2120\u2121\u2122]");

  /** What the same place is reached by in different ways, and is not written always. */
  private static final Pattern SCHEME =
      Pattern.compile(
          "(?:(?:https?://|ftps?://|file:/*|mailto:)(?=[^/]))?(?:www[.](?=\\w))?",
          Pattern.CASE_INSENSITIVE);

  /** Such as the codes of errors that Windows shows. */
  private static final Pattern NEGATIVE_NUMBER = Pattern.compile("-[0-9]+");

  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

  /** A phrase that nobody has closed yet is being typed. */
  private static final Pattern TERM =
      Pattern.compile(
          "(?<minus>-*)\"(?<phrase>[^\"]*)(?<close>\"?)|(?<word>[^\\p{IsWhite_Space}\"]+)");

  /** As other searches have it: what begins so. */
  private static final char WILDCARD = '*';

  /** Longer runs of letters are words of their own. */
  private static final Pattern PART_OF_CODE = Pattern.compile("[A-Za-z]{1,3}|[0-9]{1,12}");

  /** Letters and the number behind them are found in one word and in two anyway. */
  private static final Pattern CODE =
      Pattern.compile("(?![A-Za-z]{2,}[0-9]+$)(?=.*[A-Za-z])(?=(?:.*[0-9]){3}).{4,24}");

  private static final int MOST_PARTS = 4;

  /** Who types more says it in words. */
  private static final int MOST_TERMS_WITH_CODES = 6;

  private static final int MOST_TERMS_APART = 4;

  private final List<List<Term>> alternatives = new ArrayList<>();
  private List<Term> all = new ArrayList<>();

  private SearchTerms(String text) {
    Matcher matcher = TERM.matcher(text);
    while (matcher.find()) {
      if (matcher.group("word") == null) {
        addPhrase(
            matcher.group("phrase"),
            !matcher.group("minus").isEmpty(),
            matcher.group("close").isEmpty());
      } else {
        add(matcher.group("word"), matcher.end() == text.length());
      }
    }
    alternatives.add(all);
    List<List<Term>> typed = List.copyOf(alternatives);
    if (typed.stream().mapToInt(List::size).sum() > MOST_TERMS_APART) {
      alternatives.replaceAll(SearchTerms::inOneWordEach);
    } else {
      alternatives.addAll(typed.stream().flatMap(SearchTerms::withCompounds).toList());
    }
    alternatives.addAll(typed.stream().flatMap(SearchTerms::withCodes).toList());
  }

  /**
   * The same terms, with some that follow each other as one word, where they may be the parts of a
   * serial number or the like: SN 4711 AB.
   */
  private static Stream<List<Term>> withCodes(List<Term> terms) {
    if (terms.size() > MOST_TERMS_WITH_CODES) {
      return Stream.empty();
    }
    List<List<Term>> all = new ArrayList<>();
    for (int start = 0; start < terms.size(); start++) {
      for (int end = start + 2; end <= Math.min(terms.size(), start + MOST_PARTS); end++) {
        List<Term> parts = terms.subList(start, end);
        String code = parts.stream().map(Term::text).collect(Collectors.joining());
        if (parts.stream().allMatch(Term::mayBePartOfCode) && CODE.matcher(code).matches()) {
          all.add(joined(terms, start, end));
        }
      }
    }
    return all.stream();
  }

  /** The same terms, with two that follow each other as one word: power shell, log file. */
  private static Stream<List<Term>> withCompounds(List<Term> terms) {
    return IntStream.range(1, terms.size())
        .filter(second -> isCompound(terms.get(second - 1), terms.get(second)))
        .mapToObj(second -> joined(terms, second - 1, second + 1));
  }

  private static boolean isCompound(Term first, Term second) {
    return first.isPlain()
        && second.isPlain()
        && WordsApart.mayBeCompound(first.text(), second.text());
  }

  /** The same terms, with those from one on in one word. */
  private static List<Term> joined(List<Term> terms, int start, int end) {
    List<Term> parts = terms.subList(start, end);
    String word = parts.stream().map(Term::text).collect(Collectors.joining());
    List<Term> joined = new ArrayList<>(terms.subList(0, start));
    joined.add(new Term(word, false, false, parts.getLast().isBeginning(), false));
    joined.addAll(terms.subList(end, terms.size()));
    return inOneWordEach(joined);
  }

  private static List<Term> inOneWordEach(List<Term> terms) {
    return terms.stream().map(Term::asOneWord).toList();
  }

  static List<List<Term>> of(String text) {
    String normalized =
        Normalizer.normalize(SIGN.matcher(text).replaceAll(" "), Normalizer.Form.NFKC);
    String quoted = QUOTATION_MARK.matcher(normalized).replaceAll("\"").strip();
    String search = OtherSpellings.withWholeAccounts(withPlainDigits(quoted));
    return List.copyOf(new SearchTerms(search).alternatives);
  }

  private static String withPlainDigits(String text) {
    return DIGIT
        .matcher(text)
        .replaceAll(found -> Integer.toString(Character.digit(found.group().codePointAt(0), 10)));
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
    if (word.equals("AND") && !all.isEmpty() && !isLast) {
      return; // All terms have to occur anyway.
    }
    int hyphens = 0;
    while (hyphens < word.length() && word.charAt(hyphens) == '-') {
      hyphens++;
    }
    // Two are the beginning of an option (--force), and one before a number of nothing else a sign.
    boolean isAlone = isLast && all.isEmpty() && alternatives.isEmpty();
    boolean isExcluded = hyphens == 1 && !(isAlone && NEGATIVE_NUMBER.matcher(word).matches());
    int start = hyphens;
    if (hyphens == 0) {
      Matcher scheme = SCHEME.matcher(word);
      start = scheme.lookingAt() ? scheme.end() : 0;
    }
    int end = word.length();
    while (end > start && word.charAt(end - 1) == WILDCARD) {
      end--;
    }
    if (start < end) {
      String text = word.substring(start, end);
      boolean isBeginning =
          end < word.length()
              || !isExcluded && (isLast || OtherSpellings.isBeginningOfNetworkCard(text));
      all.add(new Term(text, isExcluded, false, isBeginning && mayGoOn(word, end), true));
    }
  }

  private void addPhrase(String phrase, boolean isExcluded, boolean isOpen) {
    boolean isBeginning =
        isOpen && !isExcluded && !phrase.isEmpty() && mayGoOn(phrase, phrase.length());
    all.add(new Term(phrase, isExcluded, true, isBeginning, false));
  }

  /** Whether what ends there ends within a word: in Indic scripts a vowel's sign may be last. */
  private static boolean mayGoOn(String text, int end) {
    int last = text.codePointBefore(end);
    return Character.isLetterOrDigit(last)
        || switch (Character.getType(last)) {
          case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
          default -> false;
        };
  }
}
