package dev.hexdesk.application.contract;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.idempotency.Bytes;
import dev.hexdesk.application.idempotency.DataSubjects;
import dev.hexdesk.application.idempotency.IdempotencyRepository;
import dev.hexdesk.application.idempotency.ScopedIdempotencyKey;
import dev.hexdesk.application.idempotency.StoredResult;
import dev.hexdesk.application.privacy.PersonalDataEraser;
import dev.hexdesk.application.privacy.RedactionCounts;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.ticket.TicketRepository;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.comment.CommentBody;
import dev.hexdesk.domain.comment.Visibility;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.employee.IdentifyingText;
import dev.hexdesk.domain.ticket.FieldChange;
import dev.hexdesk.domain.ticket.FieldValue;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketAction;
import dev.hexdesk.domain.ticket.TicketEvent;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@code PersonalDataEraser} promises. */
public abstract class PersonalDataEraserContract extends StoreContract {
  private static final Instant LATER = NOON.plusSeconds(60);
  private static final IdentifyingText ANNA = new IdentifyingText("Anna");
  private static final Set<IdentifyingText> WORDS = Set.of(ANNA, new IdentifyingText("Zoë W."));

  private User alice;
  private Employee zoe;

  /** The erasures of what is in the store. */
  protected abstract PersonalDataEraser erasures();

  @BeforeEach
  void addPeople() {
    alice = given.user(aUser().named("alice"));
    zoe =
        given.employee(
            anEmployee()
                .called("Zoë", "Weiß-Ґалаґан")
                .knownAs("Anna Σίσυφος")
                .withPhone("+380504430000")
                .withEmail("zoe.w@example.com"));
  }

  private Ticket ticket(String description) {
    return ticket(zoe, description);
  }

  private Ticket ticket(Employee employee, String description) {
    Ticket ticket =
        given.ticket(aTicket().forEmployee(employee).ownedBy(alice).describedAs(description));
    record(ticket, TicketAction.CREATED, ticket.details().asChanges());
    return ticket;
  }

  private void record(Ticket ticket, TicketAction action, List<FieldChange> changes) {
    store.history().record(TicketEvent.open(ticket.id(), alice.id(), NOON, action, changes));
  }

  private RedactionCounts erase() {
    return inTransaction(
        () -> {
          store.employees().erase(zoe.erased(LATER));
          return erasures().removeTraces(zoe.id(), zoe.profile().personalWords(), LATER);
        });
  }

  private Ticket stored(Ticket ticket) {
    return store.ticketQueries().find(ticket.id()).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Zoë's mouse | [erased]'s mouse",
        "ZOË and zoë | [erased] and [erased]",
        "zoë zoë,zoë | [erased] [erased],[erased]",
        "(Zoë) | ([erased])",
        "Zoëlle, Azoë, Zoë2 | Zoëlle, Azoë, Zoë2",
        "Zoe, zoe.w and Ｚｏë | [erased], [erased].w and [erased]",
        "Zo\u00adë or ZOE\u0308 | [erased] or [erased]",
        "weiß-ґалаґан | [erased]",
        "WEIß-ҐАЛАҐАН | [erased]",
        "Weiss Ґалаґан, WEISSҐАЛАҐАН | [erased], [erased]",
        "Weiß and Ґалаґан | Weiß and Ґалаґан",
        "ANNA ΣΊΣΥΦΟΣ | [erased]",
        "anna ΣΙΣΥΦΟΣ, Anna-Σισυφος | [erased], [erased]",
        "call +380504430000 or 050-443-0000. | call [erased] or [erased].",
        "+3805044300001 | +3805044300001",
        "Zoe.W@EXAMPLE.com! | [erased]!",
        "zoe.w@exampleXcom | [erased].w@exampleXcom"
      })
  void replacesWholeWordsInAnyLetterCase(String text, String expected) {
    Ticket ticket = ticket(text);

    erase();

    assertThat(stored(ticket).details().description().value()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "太郎 | 田中 | 田中さん、太郎、田中太郎から電話 | [erased]さん、[erased]、[erased]から電話",
        "小明 | 王 | 王小明说打印机坏了，国王 | [erased]说打印机坏了，国王",
        "철수 | 김 | 김철수가 말했다, 김밥 | [erased]가 말했다, 김밥"
      })
  void replacesNamesWhereNoSpacesAreBetweenWords(
      String first, String last, String text, String expected) {
    zoe = given.employee(anEmployee().called(first, last).withEmail("one@example.com"));
    Ticket ticket = ticket(text);

    assertThat(erase()).isEqualTo(new RedactionCounts(1, 0, 1));

    assertThat(stored(ticket).details().description().value()).isEqualTo(expected);
  }

  @Test
  void replacesGivenWordsOfSomebodyWhoIsErasedAlready() {
    Ticket ticket = ticket("Zoë, that is ANNA or Zoë W., said hello.");
    erase();

    assertThat(inTransaction(() -> erasures().removeTraces(zoe.id(), WORDS, LATER)))
        .isEqualTo(new RedactionCounts(1, 0, 1));
    assertThat(stored(ticket).details().description().value())
        .isEqualTo("[erased], that is [erased] or [erased] W., said hello.");
    assertThat(inTransaction(() -> erasures().removeTraces(zoe.id(), WORDS, LATER)))
        .isEqualTo(new RedactionCounts(0, 0, 0));
  }

  @Test
  void changesWhatHasTracesAndNothingElse() {
    Ticket ticket = ticket("For Zoë.");
    Ticket untouched = ticket("Nothing.");
    Ticket ofAnother = ticket(given.employee(anEmployee()), "Zoë was here.");

    assertThat(erase()).isEqualTo(new RedactionCounts(1, 0, 1));

    Ticket changed = stored(ticket);
    assertThat(changed.version()).isEqualTo(ticket.version().next());
    assertThat(changed.updatedAt()).isEqualTo(LATER);
    assertThat(changed.createdAt()).isEqualTo(ticket.createdAt());
    assertThat(changed.details().status()).isEqualTo(ticket.details().status());
    assertThat(stored(untouched)).isEqualTo(untouched);
    assertThat(stored(ofAnother)).isEqualTo(ofAnother);
  }

  @Test
  void replacesWordsInComments() {
    Ticket ticket = ticket("Nothing.");
    for (Visibility visibility : Visibility.values()) {
      inTransaction(
          () ->
              store
                  .comments()
                  .insert(ticket.id(), alice.id(), new CommentBody("Ask Zoë"), visibility, NOON));
    }

    assertThat(inTransaction(() -> erasures().extentOf(zoe.id())))
        .isEqualTo(new PersonalDataEraser.Extent(1, 2));
    assertThat(erase()).isEqualTo(new RedactionCounts(0, 2, 0));

    assertThat(
            store
                .commentQueries()
                .list(ticket.id(), CommentAccess.ALL, PageSelection.first(9))
                .items())
        .hasSize(2)
        .allSatisfy(
            comment -> {
              assertThat(comment.body().value()).isEqualTo("Ask [erased]");
              assertThat(comment.version().number()).isEqualTo(2);
              assertThat(comment.updatedAt()).isEqualTo(LATER);
            });
  }

  @Test
  void replacesWordsInTheTextsOfHistories() {
    Ticket ticket = ticket("Nothing.");
    record(
        ticket,
        TicketAction.COMMENT_CHANGED,
        List.of(
            new FieldChange("comment_id", new FieldValue.Nothing(), FieldValue.of(7)),
            new FieldChange("body", FieldValue.of("Zoë"), FieldValue.of("no name")),
            new FieldChange("status", FieldValue.of("Zoë"), new FieldValue.Nothing())));

    assertThat(erase()).isEqualTo(new RedactionCounts(0, 0, 1));

    assertThat(
            store
                .historyQueries()
                .list(ticket.id(), CommentAccess.ALL, PageSelection.first(9))
                .items()
                .getLast()
                .changes())
        .containsExactly(
            new FieldChange("comment_id", new FieldValue.Nothing(), FieldValue.of(7)),
            new FieldChange("body", FieldValue.of("[erased]"), FieldValue.of("no name")),
            new FieldChange("status", FieldValue.of("Zoë"), new FieldValue.Nothing()));
  }

  @Test
  void findsWhatWasTheirsOnce() {
    Ticket deleted = ticket("Zoë's.");
    record(deleted, TicketAction.DELETED, deleted.details().asRemoval());
    inTransaction(() -> store.tickets().delete(deleted.id()));
    Employee other = given.employee(anEmployee());
    Ticket moved = ticket("Zoë's, too.");
    Ticket.Outcome.Changed outcome =
        (Ticket.Outcome.Changed)
            moved.with(
                aTicket().forEmployee(other).ownedBy(alice).describedAs("Zoë's, too.").details(),
                NOON);
    inTransaction(() -> store.tickets().update(outcome.ticket()));
    record(moved, TicketAction.UPDATED, outcome.changes());

    assertThat(inTransaction(() -> erasures().extentOf(zoe.id())))
        .isEqualTo(new PersonalDataEraser.Extent(1, 0));
    assertThat(erase()).isEqualTo(new RedactionCounts(1, 0, 3));

    assertThat(stored(moved).details().description().value()).isEqualTo("[erased]'s, too.");
    assertThat(
            store
                .historyQueries()
                .list(deleted.id(), CommentAccess.ALL, PageSelection.first(9))
                .items())
        .hasSize(2)
        .noneMatch(entry -> entry.changes().toString().contains("Zoë"));
  }

  @Test
  void forgetsAnswersThatShowThemOrTheirTickets() {
    Ticket theirs = ticket("Nothing.");
    Ticket moved = ticket("Theirs once.");
    Employee other = given.employee(anEmployee());
    Ticket.Outcome.Changed outcome =
        (Ticket.Outcome.Changed)
            moved.with(aTicket().forEmployee(other).ownedBy(alice).details(), NOON);
    inTransaction(() -> store.tickets().update(outcome.ticket()));
    record(moved, TicketAction.UPDATED, outcome.changes());
    List<ScopedIdempotencyKey> works =
        List.of(
            keep("person", Set.of(zoe.id()), Set.of()),
            keep("ticket", Set.of(zoe.id()), Set.of(theirs.id())),
            keep("comment", Set.of(), Set.of(theirs.id())),
            keep("merged", Set.of(other.id()), Set.of(moved.id())));

    erase();

    assertThat(works)
        .allSatisfy(
            work -> assertThat(claim(work)).isEqualTo(new IdempotencyRepository.Claim.Granted()));
  }

  @Test
  void keepsAnswersThatShowOthers() {
    ticket("Nothing.");
    Employee other = given.employee(anEmployee());
    Ticket another = ticket(other, "Nothing.");
    List<ScopedIdempotencyKey> works =
        List.of(
            keep("nobody", Set.of(), Set.of()),
            keep("person", Set.of(other.id()), Set.of()),
            keep("ticket", Set.of(other.id()), Set.of(another.id())));

    erase();

    assertThat(works)
        .allSatisfy(
            work -> assertThat(claim(work)).isInstanceOf(IdempotencyRepository.Claim.Done.class));
  }

  private ScopedIdempotencyKey keep(String key, Set<EmployeeId> employees, Set<TicketId> tickets) {
    ScopedIdempotencyKey work = new ScopedIdempotencyKey(alice.id(), "POST /api/v1/somewhere", key);
    Bytes nothing = Bytes.of(new byte[0]);
    StoredResult answer =
        new StoredResult(200, Map.of(), nothing, new DataSubjects(employees, tickets));
    inTransaction(
        () -> {
          store
              .idempotencyRecords()
              .keep(
                  work, nothing, new IdempotencyRepository.Outcome(Set.of(), answer), NOON, LATER);
          return Optional.empty();
        });
    return work;
  }

  private IdempotencyRepository.Claim claim(ScopedIdempotencyKey work) {
    return inTransaction(() -> store.idempotencyRecords().claim(work, Bytes.of(new byte[0]), NOON));
  }

  @Test
  void leavesAnEmployeeWithoutNameWhoGetsNoMoreTickets() {
    Ticket ticket = ticket("Nothing.");

    erase();

    Employee erased = store.employeeQueries().find(zoe.id()).orElseThrow();
    assertThat(erased).isEqualTo(zoe.erased(LATER));
    assertThat(erased.erasedAt()).contains(LATER);
    assertThat(inTransaction(() -> store.tickets().insert(ticket.details(), alice.id(), LATER)))
        .isEqualTo(new TicketRepository.Storing.UnknownEmployee());
    Ticket answered = ticket.answered(LATER);
    assertThat(inTransaction(() -> store.tickets().update(answered)))
        .isEqualTo(new TicketRepository.Storing.Stored(answered));
    Ticket another = ticket(given.employee(anEmployee()), "Nothing.");
    Ticket.Outcome.Changed moved = (Ticket.Outcome.Changed) another.with(ticket.details(), LATER);
    assertThat(inTransaction(() -> store.tickets().update(moved.ticket())))
        .isEqualTo(new TicketRepository.Storing.UnknownEmployee());
  }

  @Test
  void takesATokenOnceInItsTimeFromWhomItWasGivenTo() {
    User bob = given.user(aUser().named("bob"));
    Employee other = given.employee(anEmployee());
    announce("first");
    announce("second");

    assertThat(confirm("first", NOON)).isFalse();
    assertThat(confirm("second", LATER)).isFalse();
    announce("third");
    assertThat(inTransaction(() -> erasures().confirm(bob.id(), zoe.id(), WORDS, "third", NOON)))
        .isFalse();
    assertThat(
            inTransaction(() -> erasures().confirm(alice.id(), other.id(), WORDS, "third", NOON)))
        .isFalse();
    for (Set<IdentifyingText> words : List.of(Set.of(ANNA), Set.<IdentifyingText>of())) {
      assertThat(
              inTransaction(() -> erasures().confirm(alice.id(), zoe.id(), words, "third", NOON)))
          .isFalse();
    }
    assertThat(confirm("third", LATER.minusMillis(1))).isTrue();
    assertThat(confirm("third", NOON)).isFalse();
  }

  private void announce(String token) {
    inTransaction(
        () -> {
          erasures().announce(alice.id(), zoe.id(), WORDS, token, LATER);
          return Optional.empty();
        });
  }

  private boolean confirm(String token, Instant now) {
    return inTransaction(() -> erasures().confirm(alice.id(), zoe.id(), WORDS, token, now));
  }
}
