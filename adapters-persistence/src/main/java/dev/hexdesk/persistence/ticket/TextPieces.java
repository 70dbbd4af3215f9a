package dev.hexdesk.persistence.ticket;

import dev.hexdesk.application.ticket.Highlights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text, cut into all that may be a word, a compound, two characters of a script without spaces,
 * or a number. It is cut a little more than needed: what a piece is the database says.
 */
final class TextPieces {
  /**
   * @param start in the chars of the text
   * @param end behind its last char
   */
  record Piece(int start, int end, String text) {
    Highlights.Range place() {
      return new Highlights.Range(start, end);
    }
  }

  /**
   * A word of a piece, as the database keeps it.
   *
   * @param lexeme how it is kept
   */
  record Word(String lexeme, Piece piece) {}

  /** Chars of a text that are looked through. */
  private static final int LONGEST = 10_000;

  /** With what is invisible within a word. */
  private static final String LETTER = "[\\p{L}\\p{M}\\p{N}\u00ad\u200b-\u200d\u2060\ufeff]";

  private static final Pattern WORD = Pattern.compile(LETTER + "++");

  /** As {@code hexdesk_joined} has it. */
  private static final String WITHIN_COMPOUNDS =
      "'\u2019\u2018\u02bc\u02bb\u2032\u00b4`\u201b\u02b9\ua78c\u2010-\u2013-";

  /** Begins where a word does, and takes nothing back: long words are gone through once. */
  private static final Pattern COMPOUND =
      Pattern.compile(("(?<!%1$s)%1$s++(?:[%2$s]%1$s++){1,3}").formatted(LETTER, WITHIN_COMPOUNDS));

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![0-9A-Za-z])[0-9](?:[ ()./\u2010-\u2015-]{0,3}[0-9]){6,18}(?![0-9A-Za-z])");

  private static final Pattern LAST_OF_DIGITS = Pattern.compile("[0-9](?![0-9])");

  /**
   * All scripts without spaces come behind those of Europe, India and the Near East; so do emoji.
   */
  private static final Pattern UNSPACED =
      Pattern.compile("[\\x{e00}-\\x{1dff}\\x{2000}-\\x{10ffff}&&[\\p{L}\\p{M}\\p{N}\\p{So}]]+");

  private final String text;
  private final List<Piece> words;
  private final List<Piece> compounds;
  private final List<Piece> pairs;
  private final List<Piece> numbers;

  private TextPieces(String text, boolean withPairs, boolean withNumbers) {
    this.text = text;
    this.words = pieces(WORD);
    this.compounds = pieces(COMPOUND);
    this.pairs = withPairs ? pieces(UNSPACED).stream().flatMap(this::pairsOf).toList() : List.of();
    this.numbers =
        withNumbers ? pieces(NUMBER).stream().flatMap(this::beginningsOf).toList() : List.of();
  }

  /**
   * @param withPairs whether pairs of characters are sought
   * @param withNumbers whether numbers are sought
   */
  static TextPieces of(String text, boolean withPairs, boolean withNumbers) {
    boolean isLong = text.length() > LONGEST;
    int end = isLong && Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return new TextPieces(isLong ? text.substring(0, end) : text, withPairs, withNumbers);
  }

  private List<Piece> pieces(Pattern pattern) {
    return pattern
        .matcher(text)
        .results()
        .map(found -> new Piece(found.start(), found.end(), found.group()))
        .toList();
  }

  private Piece piece(int start, int end) {
    return new Piece(start, end, text.substring(start, end));
  }

  private Stream<Piece> pairsOf(Piece stretch) {
    List<Piece> found = new ArrayList<>();
    int start = stretch.start();
    int next = text.offsetByCodePoints(start, 1);
    do {
      int end = next < stretch.end() ? text.offsetByCodePoints(next, 1) : next;
      found.add(piece(start, end));
      start = next;
      next = end;
    } while (next < stretch.end());
    return found.stream();
  }

  /** What follows a number may be another one, so each of its groups of digits may be the last. */
  private Stream<Piece> beginningsOf(Piece number) {
    Matcher last = LAST_OF_DIGITS.matcher(number.text());
    return last.results().map(digit -> piece(number.start(), number.start() + digit.end()));
  }

  Stream<String> texts() {
    return Stream.of(words, compounds, pairs, numbers).flatMap(List::stream).map(Piece::text);
  }

  List<Word> words(Map<String, TokenizedText> read) {
    List<Word> all = new ArrayList<>();
    for (Piece piece : words) {
      lexed(piece, read).words().forEach(lexeme -> all.add(new Word(lexeme, piece)));
    }
    return all;
  }

  List<Piece> words() {
    return words;
  }

  List<Piece> compounds() {
    return compounds;
  }

  List<Piece> pairs() {
    return pairs;
  }

  /** Of the beginnings of a number the shortest is taken that is one of those sought. */
  void addNumbers(
      List<QueryNumber.Lexeme> sought,
      Map<String, TokenizedText> read,
      List<Highlights.Range> places) {
    int found = -1;
    for (Piece piece : numbers) {
      if (piece.start() != found
          && lexed(piece, read).numbers().stream()
              .anyMatch(number -> sought.stream().anyMatch(each -> each.finds(number)))) {
        places.add(piece.place());
        found = piece.start();
      }
    }
  }

  static TokenizedText lexed(Piece piece, Map<String, TokenizedText> read) {
    return read.getOrDefault(piece.text(), TokenizedText.EMPTY);
  }

  /** Places in chars, which have to be in ascending order, as places in Unicode characters. */
  List<Highlights.Range> inCharacters(List<Highlights.Range> places) {
    List<Highlights.Range> counted = new ArrayList<>();
    int before = 0;
    int characters = 0;
    for (Highlights.Range place : places) {
      int start = characters + text.codePointCount(before, place.start());
      int end = start + text.codePointCount(place.start(), place.end());
      counted.add(new Highlights.Range(start, end));
      before = place.end();
      characters = end;
    }
    return counted;
  }
}
