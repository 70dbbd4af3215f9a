package dev.hexdesk.persistence.ticket;

import dev.hexdesk.application.ticket.Highlights;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketDetails;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.persistence.support.SqlValues;
import dev.hexdesk.persistence.support.WhereClause;
import dev.hexdesk.persistence.ticket.SearchTerms.Term;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Finds the places of texts in which that stands which a search finds. Texts are cut into pieces
 * here; what words a piece is made of the database says, by the functions that made the index.
 */
final class SearchHighlighter {
  private static final String READ =
      """
      SELECT said,
             ARRAY(SELECT lexeme
                     FROM unnest(to_tsvector(configuration::regconfig, hexdesk_spaced(plain)))
                            AS each (lexeme, positions, weights),
                          unnest(positions) AS position
                    ORDER BY position) AS words,
             hexdesk_joined(plain) AS joined,
             hexdesk_parts(plain) AS parts,
             hexdesk_tails(plain) AS tails,
             hexdesk_pairs(plain) AS pairs,
             hexdesk_numbers(plain) AS numbers
        FROM search_settings, unnest(?) AS said, hexdesk_compared(said, accent_sensitive) AS plain
      """;

  /**
   * So many pieces are read in a tenth of a second or two; a page of usual tickets has hundreds.
   */
  private static final int MOST_PIECES = 10_000;

  /** Chars of a word; what is longer is data that nobody types. */
  private static final int LONGEST_PIECE = 100;

  private static final int MOST_PLACES = 100;

  private final List<QueryTerm> terms = new ArrayList<>();
  private final List<QueryNumber.Lexeme> numbers = new ArrayList<>();

  private SearchHighlighter(Handle handle, String search, LexemeFrequencies frequencies) {
    List<Term> wanted = new ArrayList<>();
    for (List<Term> alternative : SearchTerms.of(search)) {
      for (List<Term> group : SearchTerms.groups(alternative)) {
        if (!group.getFirst().isExcluded()) {
          for (Term term : group) {
            wanted.addAll(term.spellings());
            wanted.addAll(TermQueries.apart(term, frequencies));
          }
          numbers.addAll(SearchTerms.numbers(group));
        }
      }
    }
    Map<String, TokenizedText> read = read(handle, wanted.stream().map(Term::text));
    wanted.forEach(
        term -> terms.add(QueryTerm.of(term, read.getOrDefault(term.text(), TokenizedText.EMPTY))));
  }

  /**
   * @param frequencies by which the search was read
   */
  static Map<TicketId, Highlights> read(
      Handle handle, String search, LexemeFrequencies frequencies, Collection<Ticket> tickets) {
    Map<TicketId, Highlights> found = new LinkedHashMap<>();
    if (WhereClause.isStorable(search)) {
      SearchHighlighter highlighter = new SearchHighlighter(handle, search, frequencies);
      if (!highlighter.terms.isEmpty()) {
        highlighter.addTo(found, handle, tickets);
      }
    }
    tickets.forEach(ticket -> found.putIfAbsent(ticket.id(), Highlights.NONE));
    return found;
  }

  private void addTo(Map<TicketId, Highlights> found, Handle handle, Collection<Ticket> tickets) {
    List<CutTicket> cut = tickets.stream().map(this::cut).toList();
    Map<String, TokenizedText> read =
        read(
            handle,
            cut.stream()
                .flatMap(CutTicket::pieces)
                .filter(piece -> piece.length() <= LONGEST_PIECE)
                .limit(MOST_PIECES));
    for (CutTicket ticket : cut) {
      found.put(
          ticket.id(),
          new Highlights(places(ticket.title(), read), places(ticket.description(), read)));
    }
  }

  /** The texts of a ticket. */
  private record CutTicket(TicketId id, TextPieces title, TextPieces description) {
    private Stream<String> pieces() {
      return Stream.concat(title.texts(), description.texts());
    }
  }

  private CutTicket cut(Ticket ticket) {
    TicketDetails details = ticket.details();
    return new CutTicket(
        ticket.id(), cut(details.title().value()), cut(details.description().value()));
  }

  private TextPieces cut(String text) {
    return TextPieces.of(text, terms.stream().anyMatch(QueryTerm::hasPairs), !numbers.isEmpty());
  }

  private static Map<String, TokenizedText> read(Handle handle, Stream<String> pieces) {
    Set<String> distinct = new LinkedHashSet<>(pieces.toList());
    Map<String, TokenizedText> read = new LinkedHashMap<>();
    if (!distinct.isEmpty()) {
      handle
          .createQuery(READ)
          .bind(0, SqlValues.array("text", distinct))
          .map(
              (row, context) ->
                  Map.entry(
                      row.getString("said"),
                      new TokenizedText(
                          SqlValues.texts(row, "words"),
                          Set.copyOf(SqlValues.texts(row, "joined")),
                          Set.copyOf(SqlValues.texts(row, "parts")),
                          Set.copyOf(SqlValues.texts(row, "tails")),
                          Set.copyOf(SqlValues.texts(row, "pairs")),
                          Set.copyOf(SqlValues.texts(row, "numbers")))))
          .forEach(each -> read.put(each.getKey(), each.getValue()));
    }
    return read;
  }

  private List<Highlights.Range> places(TextPieces text, Map<String, TokenizedText> read) {
    List<Highlights.Range> places = new ArrayList<>();
    List<TextPieces.Word> said = text.words(read);
    terms.forEach(term -> term.addPlaces(text, said, read, places));
    text.addNumbers(numbers, read, places);
    return text.inCharacters(merged(places));
  }

  private static List<Highlights.Range> merged(List<Highlights.Range> places) {
    List<Highlights.Range> merged = new ArrayList<>();
    for (Highlights.Range place :
        places.stream().sorted(Comparator.comparingInt(Highlights.Range::start)).toList()) {
      if (!merged.isEmpty() && place.start() <= merged.getLast().end()) {
        Highlights.Range before = merged.removeLast();
        merged.add(new Highlights.Range(before.start(), Math.max(before.end(), place.end())));
      } else {
        merged.add(place);
      }
    }
    return merged.stream().limit(MOST_PLACES).toList();
  }
}
