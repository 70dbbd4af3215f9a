package dev.hexdesk.domain.user;

import dev.hexdesk.domain.shared.LetterCase;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The passwords that people choose most often, so that guessers try them first. Letter case does
 * not tell them apart. Where rules ask for digits and the like, people dress the same few words up;
 * the commonest words count in the usual dresses, too: with {@code 1}, {@code 123}, a year or a
 * sign at the end, and with signs in the place of letters that look like them.
 */
public final class CommonPasswords {
  /** No password is common. */
  public static final CommonPasswords NONE = new CommonPasswords(List.of());

  /** So many words are tried in every dress. */
  private static final int WORDS = 1_000;

  /** Shorter ones stand in too many passwords that have nothing to do with them. */
  private static final int SHORTEST_WORD = 4;

  private static final Pattern USUAL_END =
      Pattern.compile(
          "[^\\p{L}\\p{N}]?(0|1|12|123|1234|12345|123456|01|11|(19|20)[0-9]{2})?[^\\p{L}\\p{N}]?$");

  private static final String LOOKALIKES = "0134578@$!|";
  private static final String AS_I = "oieastbasii";
  private static final String AS_L = "oleastbasll";

  private final Set<String> all;
  private final Set<String> words;

  /**
   * @param ranked the commonest first
   */
  public CommonPasswords(List<String> ranked) {
    all = ranked.stream().map(LetterCase::folded).collect(Collectors.toUnmodifiableSet());
    words =
        ranked.stream()
            .limit(WORDS)
            .map(LetterCase::folded)
            .filter(word -> word.length() >= SHORTEST_WORD)
            .filter(word -> word.codePoints().allMatch(Character::isLetter))
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether it is one of them, or one of the commonest in disguise. */
  public boolean contain(String password) {
    String folded = LetterCase.folded(password);
    return all.contains(folded)
        || USUAL_END
            .matcher(folded)
            .results()
            .map(end -> folded.substring(0, end.start()))
            .flatMap(word -> Stream.of(plain(word, AS_I), plain(word, AS_L)))
            .anyMatch(words::contains);
  }

  private static String plain(String text, String letters) {
    StringBuilder plain = new StringBuilder(text);
    for (int n = 0; n < plain.length(); n++) {
      int lookalike = LOOKALIKES.indexOf(plain.charAt(n));
      if (lookalike >= 0) {
        plain.setCharAt(n, letters.charAt(lookalike));
      }
    }
    return plain.toString();
  }
}
