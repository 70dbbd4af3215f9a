package dev.hexdesk.persistence.ticket;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Words that some write in one and others in two: {@code powershell}, {@code setup}, {@code
 * logfile}. Where they are parted no list knows, and texts that have them in one word are not
 * indexed by all that they may be made of; so what is sought is parted in each place, and nearly
 * all of these pairs are on no ticket.
 */
final class WordsApart {
  /** As NFC has the letters. */
  private static final Pattern WORD = Pattern.compile("[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}]+");

  private static final int SHORTEST = 4;
  private static final int LONGEST = 18;

  /** Other single letters are words of their own, and the next word is any. */
  private static final Pattern LETTER_OF_COMPOUND = Pattern.compile("[b-hj-zB-HJ-Z]");

  private WordsApart() {}

  /** All ways to write a word as two that follow each other. */
  static Stream<String> of(String word) {
    return mayBeCompound(word)
        ? IntStream.rangeClosed(1, word.length() - 2)
            .filter(end -> end > 1 || LETTER_OF_COMPOUND.matcher(word.substring(0, 1)).matches())
            .mapToObj(end -> word.substring(0, end) + " " + word.substring(end))
        : Stream.empty();
  }

  /** Whether two words that follow each other may be one. */
  static boolean mayBeCompound(String first, String second) {
    return WORD.matcher(first).matches() && mayBeCompound(first + second);
  }

  private static boolean mayBeCompound(String word) {
    return word.length() >= SHORTEST && word.length() <= LONGEST && WORD.matcher(word).matches();
  }
}
