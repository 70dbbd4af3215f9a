package dev.hexdesk.application.memory;

import dev.hexdesk.application.ticket.Highlights;
import dev.hexdesk.domain.shared.LetterCase;
import dev.hexdesk.domain.shared.WellFormed;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds words in texts: all, phrases in quotation marks, either side of {@code or}, -without. */
final class WordSearch {
  private static final Pattern TERM = Pattern.compile("(-?)(?:\"([^\"]*)\"|([^\\s\"]+))");
  private static final Pattern BORDER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private WordSearch() {}

  static boolean finds(Optional<String> search, String... texts) {
    List<String> words = Stream.of(texts).flatMap(text -> words(text).stream()).toList();
    String[] sides = search.orElse("").split("(?i)\\s+or\\s+", -1);
    if (search.filter(text -> !WellFormed.isUnicode(text) || text.indexOf('\0') >= 0).isPresent()) {
      return false;
    }
    return search.isEmpty()
        || IntStream.range(0, sides.length)
            .anyMatch(
                n -> terms(sides[n], n == sides.length - 1).allMatch(term -> term.test(words)));
  }

  /** Where in a text its words are; a phrase is one place. */
  static List<Highlights.Range> places(String search, String text) {
    List<MatchResult> said = WORD.matcher(LetterCase.folded(text)).results().toList();
    Set<Highlights.Range> places = new TreeSet<>(Comparator.comparing(Highlights.Range::start));
    for (MatchResult term : TERM.matcher(search).results().toList()) {
      List<String> wanted = wordsOf(term);
      boolean isPrefix = term.group(3) != null && term.end() == search.length();
      for (int n = 0; n + wanted.size() <= said.size() && !wanted.isEmpty(); n++) {
        List<MatchResult> here = said.subList(n, n + wanted.size());
        List<String> words = here.stream().map(MatchResult::group).toList();
        if (term.group(1).isEmpty()
            && (words.equals(wanted) || isPrefix && begins(words, wanted))) {
          places.add(
              new Highlights.Range(
                  text.codePointCount(0, here.getFirst().start()),
                  text.codePointCount(0, here.getLast().end())));
        }
      }
    }
    return List.copyOf(places);
  }

  private static boolean begins(List<String> words, List<String> wanted) {
    return wanted.size() == 1 && words.getFirst().startsWith(wanted.getFirst());
  }

  private static Stream<Predicate<List<String>>> terms(String side, boolean isLast) {
    List<MatchResult> terms =
        TERM.matcher(side).results().filter(term -> !wordsOf(term).isEmpty()).toList();
    return terms.isEmpty()
        ? Stream.of(words -> false)
        : IntStream.range(0, terms.size())
            .mapToObj(n -> term(terms.get(n), isLast && n == terms.size() - 1));
  }

  private static Predicate<List<String>> term(MatchResult term, boolean isLast) {
    List<String> wanted = wordsOf(term);
    boolean isPrefix = isLast && term.group(3) != null && term.group(1).isEmpty();
    Predicate<List<String>> found =
        words ->
            isPrefix && wanted.size() == 1
                ? words.stream().anyMatch(word -> word.startsWith(wanted.getFirst()))
                : Collections.indexOfSubList(words, wanted) >= 0;
    return term.group(1).isEmpty() ? found : found.negate();
  }

  private static List<String> wordsOf(MatchResult term) {
    return words(term.group(2) == null ? term.group(3) : term.group(2));
  }

  private static List<String> words(String text) {
    return BORDER.splitAsStream(LetterCase.folded(text)).filter(word -> !word.isEmpty()).toList();
  }
}
