package dev.hexdesk.application.contract;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Position;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.ticket.Highlights;
import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.application.ticket.TicketSearch;
import dev.hexdesk.application.ticket.TicketSortField;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketBuilder;
import dev.hexdesk.domain.ticket.TicketDetails;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How every {@code TicketQueries} finds words; comments are none of its matter. */
public abstract class TicketSearchContract extends StoreContract {
  private static final Sort<TicketSortField> OLDEST = Sort.ascending(TicketSortField.ID);
  private static final Sort<TicketSortField> BEST = Sort.descending(TicketSortField.RELEVANCE);

  private User alice;
  private Employee iryna;

  @BeforeEach
  void addPeople() {
    alice = given.user(aUser().named("alice"));
    iryna = given.employee(anEmployee().called("Ірина", "Ґалаґан").knownAs("Ирка"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "printer",
        "PRINTER",
        "print",
        "burns blue",
        "\"blue smoke\"",
        "\"on fire\" printer",
        "ґалаґан",
        "ҐАЛА",
        "ірина printer",
        "ирка",
        "scanner or printer",
        "scanner OR print",
        "printer -scanner",
        "fire, printer!",
        "-scanner"
      })
  void findsWordsPhrasesAlternativesAndTheEmployee(String text) {
    add("Printer on fire", "It burns with blue smoke");

    assertThat(found(text)).containsExactly("Printer on fire");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scanner",
        "printer scanner",
        "rinter",
        "\"smoke blue\"",
        "\"print\"",
        "print fire",
        "printer -blue",
        "printer -\"blue smoke\"",
        "-printer",
        "scanner or copier",
        "!!!",
        "\"\""
      })
  void findsNothingElse(String text) {
    add("Printer on fire", "It burns with blue smoke");

    assertThat(found(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "\ud800", "printer\0"})
  void whatCannotBeStoredIsFoundNowhere(String text) {
    add("Printer", "a b");

    assertThat(found(text)).isEmpty();
  }

  @Test
  void aChangeCountsAtOnce() {
    Ticket ticket = add("Printer", "Old");
    change(ticket, ticket("Scanner", "New").details());

    assertThat(found("printer")).isEmpty();
    assertThat(found("old")).isEmpty();
    assertThat(found("scanner new")).containsExactly("Scanner");
  }

  private void change(Ticket ticket, TicketDetails details) {
    Ticket.Outcome.Changed changed =
        (Ticket.Outcome.Changed) ticket.with(details, NOON.plusSeconds(1));
    inTransaction(() -> store.tickets().update(changed.ticket()));
  }

  @Test
  void anotherEmployeeAndAnotherNameCountAtOnce() {
    Ticket ticket = add("Printer", "Old");
    Employee taras = given.employee(anEmployee().called("Taras", "Bulba").withPhone("+380501"));
    change(ticket, ticket("Printer", "Old").forEmployee(taras).details());
    assertThat(found("ґалаґан")).isEmpty();
    assertThat(found("bulba")).containsExactly("Printer");

    inTransaction(
        () ->
            store
                .employees()
                .update(
                    taras.with(
                        anEmployee().called("Ostap", "Bender").withPhone("+380501").profile(),
                        NOON.plusSeconds(2))));
    assertThat(found("bulba")).isEmpty();
    assertThat(found("ostap bender")).containsExactly("Printer");
  }

  @Test
  void whatIsDeletedIsFoundNoMore() {
    Ticket ticket = add("Printer", "Old");
    inTransaction(() -> store.tickets().delete(ticket.id()));

    assertThat(found("printer")).isEmpty();
  }

  @Test
  void allFiltersHoldBesides() {
    add("Printer one", "x");
    Employee taras = given.employee(anEmployee().called("Taras", "Bulba").withPhone("+380501"));
    given.ticket(ticket("Printer two", "x").forEmployee(taras));

    TicketFilter filter = TicketFilter.ofEmployee(taras.id()).with(all("printer"));
    assertThat(titles(page(filter, OLDEST, PageSelection.first(9)))).containsExactly("Printer two");
  }

  @Test
  void theMostRelevantHaveItInTheirTitleAndAreTheNewest() {
    add("Old", "the printer");
    add("Printer old", "x");
    add("Scanner", "x");
    add("New", "the printer");
    add("Printer new", "x");

    assertThat(titles(page("printer", BEST, 9)))
        .containsExactly("Printer new", "Printer old", "New", "Old");
    assertThat(titles(page("printer", Sort.ascending(TicketSortField.RELEVANCE), 9)))
        .containsExactly("Old", "New", "Printer old", "Printer new");
  }

  @Test
  void pagesByRelevanceOfAnySizeMakeUpTheWhole() {
    for (int n = 0; n < 4; n++) {
      add("Printer " + n, "x");
      add("Other " + n, "the printer");
    }
    for (boolean descending : new boolean[] {false, true}) {
      Sort<TicketSortField> sort = new Sort<>(TicketSortField.RELEVANCE, descending);
      List<String> whole = titles(page("printer", sort, 9));
      for (int limit = 1; limit <= 9; limit++) {
        List<String> walked = new ArrayList<>();
        Optional<Position> after = Optional.empty();
        do {
          Page<Ticket> page =
              page(
                  TicketFilter.all().with(all("printer")),
                  sort,
                  new PageSelection(limit, after, true));
          assertThat(page.total()).isEqualTo(OptionalLong.of(8));
          walked.addAll(titles(page));
          after = page.next();
        } while (after.isPresent());
        assertThat(walked).as("%s by %d", sort, limit).hasSize(8).isEqualTo(whole);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "print | [Printer] on fire | The [printer] burns",
        "printer fire | [Printer] on [fire] | The [printer] burns",
        "\"on fire\" | Printer [on fire] | The printer burns",
        "scanner or FIRE | Printer on [fire] | The printer burns",
        "burns -printer | Printer on fire | The printer [burns]",
        "ірина | Printer on fire | The printer burns",
        "!!! | Printer on fire | The printer burns"
      })
  void whatIsFoundIsHighlighted(String text, String title, String description) {
    Ticket ticket = add("Printer on fire", "The printer burns");
    Ticket other = add("Chair", "Squeaks");

    Map<TicketId, Highlights> found =
        store.ticketQueries().highlights(text, List.of(ticket, other));
    assertThat(marked("Printer on fire", found.get(ticket.id()).title())).isEqualTo(title);
    assertThat(marked("The printer burns", found.get(ticket.id()).description()))
        .isEqualTo(description);
    assertThat(found.get(other.id())).isEqualTo(Highlights.NONE);
  }

  @Test
  void whatIsHighlightedIsCountedInUnicodeCharacters() {
    Ticket ticket = add("\ud83d\ude00 Printer \ud83d\ude00 printer", "x");

    assertThat(
            store.ticketQueries().highlights("printer", List.of(ticket)).get(ticket.id()).title())
        .containsExactly(new Highlights.Range(2, 9), new Highlights.Range(12, 19));
    assertThat(store.ticketQueries().highlights("\0", List.of(ticket)))
        .containsExactly(Map.entry(ticket.id(), Highlights.NONE));
    assertThat(store.ticketQueries().highlights("printer", List.of())).isEmpty();
  }

  private static String marked(String text, List<Highlights.Range> places) {
    StringBuilder marked = new StringBuilder(text);
    for (Highlights.Range place : places.reversed()) {
      marked.insert(place.end(), ']').insert(place.start(), '[');
    }
    return marked.toString();
  }

  private Ticket add(String title, String description) {
    return given.ticket(ticket(title, description));
  }

  private TicketBuilder ticket(String title, String description) {
    return aTicket().forEmployee(iryna).ownedBy(alice).titled(title).describedAs(description);
  }

  private List<String> found(String text) {
    Page<Ticket> page =
        page(
            TicketFilter.all().with(all(text)),
            OLDEST,
            new PageSelection(9, Optional.empty(), true));
    assertThat(page.total()).isEqualTo(OptionalLong.of(page.items().size()));
    assertThat(titles(page(text, BEST, 9))).containsExactlyInAnyOrderElementsOf(titles(page));
    return titles(page);
  }

  private Page<Ticket> page(String text, Sort<TicketSortField> sort, int limit) {
    return page(TicketFilter.all().with(all(text)), sort, PageSelection.first(limit));
  }

  private Page<Ticket> page(
      TicketFilter filter, Sort<TicketSortField> sort, PageSelection selection) {
    return store.ticketQueries().list(filter, sort, selection);
  }

  private static TicketSearch all(String text) {
    return new TicketSearch(text, CommentAccess.ALL);
  }

  private static List<String> titles(Page<Ticket> page) {
    return page.items().stream().map(ticket -> ticket.details().title().value()).toList();
  }
}
