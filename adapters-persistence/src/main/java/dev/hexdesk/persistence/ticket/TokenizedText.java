package dev.hexdesk.persistence.ticket;

import java.util.List;
import java.util.Set;

/**
 * What the database makes of a text for the search.
 *
 * @param words its words in their order
 * @param joined its compounds, each in one word
 * @param parts those of words with capitals within: NullPointerException
 * @param tails the digits at the ends of words that begin with letters
 * @param pairs characters that follow each other, of scripts without spaces; and the last one
 * @param numbers those of seven digits and more, from the last digit on
 */
record TokenizedText(
    List<String> words,
    Set<String> joined,
    Set<String> parts,
    Set<String> tails,
    Set<String> pairs,
    Set<String> numbers) {
  /** A text that says nothing. */
  static final TokenizedText EMPTY =
      new TokenizedText(List.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
}
