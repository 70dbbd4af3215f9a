package dev.hexdesk.persistence.ticket;

import dev.hexdesk.application.ticket.Highlights;
import dev.hexdesk.persistence.ticket.SearchTerms.Term;
import dev.hexdesk.persistence.ticket.TextPieces.Piece;
import dev.hexdesk.persistence.ticket.TextPieces.Word;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A word or phrase of a search, as the database reads it.
 *
 * @param words that follow each other
 * @param joined the same in one word, where it is a compound
 * @param parts of a word with capitals within: all have to be parts of one, or words that follow
 *     each other
 * @param pairs characters that follow each other, of a script without spaces; or a single one
 * @param isBeginning whether its last word may be the beginning of one
 */
record QueryTerm(
    List<String> words,
    Set<String> joined,
    Set<String> parts,
    Set<String> pairs,
    boolean isBeginning) {
  /** As in the query: a compound of two letters would be found in too much. */
  private static final int SHORTEST_JOINED = 3;

  private static final int PAIR = 2;

  private static final Pattern LETTERS_AND_NUMBER = Pattern.compile("\\p{L}{2,}[0-9]+");

  static QueryTerm of(Term term, TokenizedText read) {
    boolean isCompound =
        read.words().size() > 1 && term.text().codePoints().noneMatch(Character::isWhitespace);
    Set<String> whole =
        read.pairs().stream().filter(QueryTerm::isPair).collect(Collectors.toUnmodifiableSet());
    return new QueryTerm(
        read.words(),
        isCompound
            ? Stream.concat(read.joined().stream(), beginningOfCode(term, read).stream())
                .filter(word -> word.length() >= SHORTEST_JOINED)
                .collect(Collectors.toUnmodifiableSet())
            : Set.of(),
        read.words().size() == 1 && read.parts().size() > 1 ? read.parts() : Set.of(),
        whole.isEmpty() ? read.pairs() : whole,
        term.isBeginning());
  }

  /** Letters and a number are two words, but may be the beginning of one: wd19 of WD19TBS. */
  private static Optional<String> beginningOfCode(Term term, TokenizedText read) {
    return term.isBeginning() && LETTERS_AND_NUMBER.matcher(term.text()).matches()
        ? Optional.of(String.join("", read.words()))
        : Optional.empty();
  }

  private static boolean isPair(String characters) {
    return characters.codePointCount(0, characters.length()) == PAIR;
  }

  boolean hasPairs() {
    return !pairs.isEmpty();
  }

  /**
   * @param said the words of the text, as they were read
   */
  void addPlaces(
      TextPieces text,
      List<Word> said,
      Map<String, TokenizedText> read,
      List<Highlights.Range> places) {
    addPhrases(said, places);
    addCompounds(text, read, places);
    for (Piece piece : text.pairs()) {
      addPairs(piece, TextPieces.lexed(piece, read).pairs(), places);
    }
  }

  private void addPhrases(List<Word> said, List<Highlights.Range> places) {
    for (int start = 0; start < said.size(); start++) {
      int end = start + words.size();
      if (!words.isEmpty() && end <= said.size() && isPhrase(said.subList(start, end))) {
        places.add(
            new Highlights.Range(said.get(start).piece().start(), said.get(end - 1).piece().end()));
      }
      if (finds(joined, said.get(start).lexeme())) {
        places.add(said.get(start).piece().place());
      }
      if (!parts.isEmpty()) {
        addPhraseOfParts(said.subList(start, said.size()), places);
      }
    }
  }

  /** The parts make up the word, in whatever case they are written. */
  private void addPhraseOfParts(List<Word> said, List<Highlights.Range> places) {
    String word = words.getFirst();
    StringBuilder joined = new StringBuilder();
    int end = 0;
    while (end < said.size() && joined.length() < word.length()) {
      joined.append(said.get(end).lexeme());
      end++;
    }
    if (end > 1 && finds(word, joined.toString())) {
      places.add(
          new Highlights.Range(said.getFirst().piece().start(), said.get(end - 1).piece().end()));
    }
  }

  private boolean isPhrase(List<Word> said) {
    int last = words.size() - 1;
    for (int n = 0; n < last; n++) {
      if (!said.get(n).lexeme().equals(words.get(n))) {
        return false;
      }
    }
    return finds(words.get(last), said.get(last).lexeme());
  }

  private void addCompounds(
      TextPieces text, Map<String, TokenizedText> read, List<Highlights.Range> places) {
    Collection<String> inOneWord = words.size() == 1 ? words : joined;
    for (Piece piece : text.compounds()) {
      if (TextPieces.lexed(piece, read).joined().stream().anyMatch(it -> finds(inOneWord, it))) {
        places.add(piece.place());
      }
    }
    for (Piece piece : text.words()) {
      TokenizedText said = TextPieces.lexed(piece, read);
      if (Stream.concat(said.tails().stream(), said.parts().stream())
              .anyMatch(it -> finds(inOneWord, it))
          || !parts.isEmpty() && said.parts().containsAll(parts)) {
        places.add(piece.place());
      }
    }
  }

  private void addPairs(Piece piece, Set<String> said, List<Highlights.Range> places) {
    for (String sought : pairs) {
      if (isPair(sought) && said.contains(sought)) {
        places.add(piece.place());
      } else if (!isPair(sought) && piece.text().contains(sought)) {
        int start = piece.start() + piece.text().indexOf(sought);
        places.add(new Highlights.Range(start, start + sought.length()));
      }
    }
  }

  private boolean finds(Collection<String> sought, String said) {
    return sought.stream().anyMatch(word -> finds(word, said));
  }

  private boolean finds(String sought, String said) {
    return isBeginning ? said.startsWith(sought) : said.equals(sought);
  }
}
