package dev.hexdesk.application.contract;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static dev.hexdesk.domain.ticket.Priority.HIGH;
import static dev.hexdesk.domain.ticket.Priority.LOW;
import static dev.hexdesk.domain.ticket.Priority.NORMAL;
import static dev.hexdesk.domain.ticket.Priority.URGENT;
import static dev.hexdesk.domain.ticket.TicketStatus.CLOSED;
import static dev.hexdesk.domain.ticket.TicketStatus.NEW;
import static dev.hexdesk.domain.ticket.TicketStatus.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.ticket.TagCount;
import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.application.ticket.TicketFilter.Assignee;
import dev.hexdesk.application.ticket.TicketFilter.Period;
import dev.hexdesk.application.ticket.TicketSortField;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketBuilder;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@code TicketQueries} promises. */
public abstract class TicketQueriesContract extends ListingContract<Ticket, TicketSortField> {
  private User alice;
  private User bob;
  private Employee iryna;

  protected TicketQueriesContract() {
    super(
        TicketSortField.class,
        EnumSet.noneOf(TicketSortField.class),
        ticket -> ticket.id().value());
  }

  @BeforeEach
  void addPeople() {
    alice = given.user(aUser().named("alice"));
    bob = given.user(aUser().named("bob"));
    iryna = given.employee(anEmployee());
  }

  @Override
  void add(int n, Instant now) {
    Ticket stored =
        given
            .at(now)
            .ticket(dated(n, ticket("Ticket " + n).withPriority(Priority.values()[n * 3 % 4])));
    if (n % 3 == 0) {
      inTransaction(
          () ->
              switch (stored.with(
                  dated(n, ticket("Changed " + n).withPriority(Priority.values()[n % 4])).details(),
                  NOON.plusSeconds(n % 2))) {
                case Ticket.Outcome.Changed(Ticket changed, var changes) ->
                    store.tickets().update(changed);
                case Ticket.Outcome other -> throw new AssertionError(other);
              });
    }
  }

  /** A few share a due date, and a few have none. */
  private static TicketBuilder dated(int n, TicketBuilder ticket) {
    return n % 3 == 1 ? ticket : ticket.dueAt(NOON.plusSeconds(n % 2));
  }

  @Override
  void remove(Ticket row) {
    inTransaction(() -> store.tickets().delete(row.id()));
  }

  @Override
  Page<Ticket> list(Sort<TicketSortField> sort, PageSelection page) {
    return store.ticketQueries().list(TicketFilter.all(), sort, page);
  }

  @Override
  Optional<Comparator<Ticket>> orderBy(TicketSortField field) {
    return Optional.of(
        switch (field) {
          case ID -> Comparator.comparingLong(ticket -> ticket.id().value());
          case PRIORITY -> Comparator.comparing(row -> row.details().priority());
          case CREATED_AT -> Comparator.comparing(Ticket::createdAt);
          case UPDATED_AT -> Comparator.comparing(Ticket::updatedAt);
          case DUE_AT -> Comparator.comparing(row -> row.details().dueAt().orElse(Instant.MAX));
          case RELEVANCE -> Comparator.comparing(ticket -> 0);
        });
  }

  @Test
  void showsATicketAsItIsStored() {
    Ticket stored = given.ticket(ticket("Друкарка").describedAs("Рядок\nще рядок").assignedTo(bob));

    assertThat(store.ticketQueries().find(stored.id())).contains(stored);
    assertThat(list(Sort.ascending(TicketSortField.ID), PageSelection.first(9)).items())
        .containsExactly(stored);
  }

  @Test
  void findsWhatBearsOneOfTheTags() {
    given.ticket(ticket("one").tagged("fire", "smoke"));
    given.ticket(ticket("two").tagged("water"));
    given.ticket(ticket("three"));

    assertThat(found(tagged("FIRE", "water"))).containsExactly("one", "two");
    assertThat(found(tagged("ice"))).isEmpty();
  }

  @Test
  void listsTagsByNamePageByPage() {
    given.ticket(ticket("one").tagged("fire", "smoke"));
    given.ticket(ticket("two").tagged("water", "fire"));
    given.ticket(ticket("three"));

    Page<TagCount> first = store.ticketQueries().tags(new PageSelection(2, Optional.empty(), true));
    Page<TagCount> last = store.ticketQueries().tags(new PageSelection(2, first.next(), false));

    assertThat(first.items())
        .containsExactly(new TagCount(new Tag("fire"), 2), new TagCount(new Tag("smoke"), 1));
    assertThat(first.total()).hasValue(3);
    assertThat(last.items()).containsExactly(new TagCount(new Tag("water"), 1));
    assertThat(last.next()).isEmpty();
    assertThat(last.total()).isEmpty();
  }

  @Test
  void countsTheTagsThatTicketsBearByNow() {
    Ticket changed = given.ticket(ticket("one").tagged("fire", "smoke"));
    Ticket deleted = given.ticket(ticket("two").tagged("water", "fire"));
    given.ticket(ticket("three").tagged("fire"));

    Ticket.Outcome outcome = changed.with(ticket("one").tagged("fire", "ice").details(), NOON);
    store
        .unitOfWork()
        .inTransaction(
            () -> {
              store.tickets().update(((Ticket.Outcome.Changed) outcome).ticket());
              return store.tickets().delete(deleted.id());
            });

    assertThat(store.ticketQueries().tags(PageSelection.first(9)).items())
        .containsExactly(new TagCount(new Tag("fire"), 2), new TagCount(new Tag("ice"), 1));
  }

  @Test
  void findsWhatIsDueBeforeAMoment() {
    given.ticket(ticket("early").dueAt(NOON));
    given.ticket(ticket("late").dueAt(NOON.plusSeconds(1)));
    given.ticket(ticket("never"));

    assertThat(found(dueBefore(NOON.plusSeconds(1)))).containsExactly("early");
    assertThat(found(dueBefore(NOON))).isEmpty();
  }

  @Test
  void knowsWhatIsOverdue() {
    given.ticket(ticket("overdue").dueAt(NOON));
    given.ticket(ticket("waiting").dueAt(NOON).withStatus(TicketStatus.PENDING));
    given.ticket(ticket("done").dueAt(NOON).withStatus(TicketStatus.RESOLVED));
    given.ticket(ticket("closed").dueAt(NOON).withStatus(TicketStatus.CLOSED));
    given.ticket(ticket("later").dueAt(NOON.plusSeconds(1)));
    given.ticket(ticket("never"));

    assertThat(found(overdue(true))).containsExactly("overdue", "waiting");
    assertThat(found(overdue(false))).containsExactly("done", "closed", "later", "never");
  }

  private static TicketFilter tagged(String... tags) {
    return wanted().tags(Arrays.stream(tags).map(Tag::new).toArray(Tag[]::new)).build();
  }

  private static TicketFilter dueBefore(Instant moment) {
    return wanted().dueBefore(moment).build();
  }

  private static TicketFilter overdue(boolean overdue) {
    return wanted().overdue(overdue, NOON.plusSeconds(1)).build();
  }

  private static TicketFilter.Builder wanted() {
    return TicketFilter.all().and();
  }

  @Test
  void showsNothingUnderAnUnknownId() {
    given.ticket(ticket("One"));

    assertThat(store.ticketQueries().find(new TicketId(987_654_321))).isEmpty();
  }

  @Test
  void sortsPrioritiesByTheirUrgency() {
    for (Priority priority : List.of(HIGH, LOW, URGENT, NORMAL)) {
      given.ticket(ticket(priority.code()).withPriority(priority));
    }

    assertThat(found(TicketFilter.all(), Sort.descending(TicketSortField.PRIORITY)))
        .containsExactly("urgent", "high", "normal", "low");
  }

  @Test
  void filtersByAnyOfTheStatuses() {
    for (TicketStatus status : TicketStatus.values()) {
      given.ticket(ticket(status.code()).withStatus(status));
    }

    assertThat(found(statuses(OPEN))).containsExactly("open");
    assertThat(found(statuses(NEW, CLOSED))).containsExactly("new", "closed");
    assertThat(found(statuses(TicketStatus.values()))).hasSize(5);
    assertThat(found(statuses())).hasSize(5);
  }

  @Test
  void filtersByAnyOfThePriorities() {
    for (Priority priority : Priority.values()) {
      given.ticket(ticket(priority.code()).withPriority(priority));
    }

    assertThat(found(priorities(LOW))).containsExactly("low");
    assertThat(found(priorities(HIGH, URGENT))).containsExactly("high", "urgent");
    assertThat(found(priorities())).hasSize(4);
  }

  @Test
  void filtersByTheEmployee() {
    Employee taras = given.employee(anEmployee().called("Taras", "Bulba"));
    given.ticket(ticket("for iryna"));
    given.ticket(ticket("for taras").forEmployee(taras));

    assertThat(found(TicketFilter.ofEmployee(taras.id()))).containsExactly("for taras");
    assertThat(found(TicketFilter.ofEmployee(new EmployeeId(987_654_321)))).isEmpty();
  }

  @Test
  void filtersByTheOwner() {
    given.ticket(ticket("of alice").assignedTo(bob));
    given.ticket(ticket("of bob").ownedBy(bob).assignedTo(alice));

    assertThat(found(owner(bob.id()))).containsExactly("of bob");
    assertThat(found(owner(new UserId(987_654_321)))).isEmpty();
  }

  @Test
  void filtersByTheAssigneeOrTheWantOfOne() {
    given.ticket(ticket("nobody's"));
    given.ticket(ticket("bob's").assignedTo(bob));
    given.ticket(ticket("alice's").ownedBy(bob).assignedTo(alice));

    assertThat(found(assignee(new Assignee.User(bob.id())))).containsExactly("bob's");
    assertThat(found(assignee(new Assignee.User(new UserId(987_654_321))))).isEmpty();
    assertThat(found(assignee(new Assignee.Nobody()))).containsExactly("nobody's");
  }

  @Test
  void periodsOfCreationIncludeNeitherEnd() {
    for (int second = 0; second < 4; second++) {
      given.at(NOON.plusSeconds(second)).ticket(ticket("at " + second));
    }

    assertThat(found(created(after(1)))).containsExactly("at 2", "at 3");
    assertThat(found(created(before(2)))).containsExactly("at 0", "at 1");
    assertThat(found(created(between(0, 3)))).containsExactly("at 1", "at 2");
    assertThat(found(created(between(1, 2)))).isEmpty();
    assertThat(found(created(between(3, 0)))).isEmpty();
  }

  @Test
  void periodsOfChangeIncludeNeitherEnd() {
    for (int second = 0; second < 4; second++) {
      Ticket ticket = given.ticket(ticket("old"));
      Instant moment = NOON.plusSeconds(second);
      Ticket.Outcome outcome = ticket.with(ticket("at " + second).details(), moment);
      inTransaction(() -> store.tickets().update(((Ticket.Outcome.Changed) outcome).ticket()));
    }

    assertThat(found(updated(after(1)))).containsExactly("at 2", "at 3");
    assertThat(found(updated(before(2)))).containsExactly("at 0", "at 1");
    assertThat(found(updated(between(0, 3)))).containsExactly("at 1", "at 2");
    assertThat(found(created(after(0)))).isEmpty();
  }

  @Test
  void allThatIsGivenMustHold() {
    given.ticket(ticket("right").withStatus(OPEN).withPriority(HIGH).assignedTo(bob));
    given.ticket(ticket("other status").withPriority(HIGH).assignedTo(bob));
    given.ticket(ticket("other priority").withStatus(OPEN).assignedTo(bob));
    given.ticket(ticket("other assignee").withStatus(OPEN).withPriority(HIGH));
    given.ticket(
        ticket("other owner").ownedBy(bob).withStatus(OPEN).withPriority(HIGH).assignedTo(bob));

    TicketFilter filter =
        wanted()
            .statuses(OPEN)
            .priorities(HIGH)
            .employee(iryna.id())
            .owner(alice.id())
            .assignee(new Assignee.User(bob.id()))
            .created(between(-1, 1))
            .updated(between(-1, 1))
            .build();

    assertThat(found(filter)).containsExactly("right");
  }

  @Test
  void pagesAndCountsWhatTheFilterLetsThrough() {
    for (TicketStatus status : List.of(OPEN, NEW, OPEN, OPEN, CLOSED, OPEN)) {
      given.ticket(ticket(status.code()).withStatus(status));
    }
    Sort<TicketSortField> sort = Sort.descending(TicketSortField.CREATED_AT);

    Page<Ticket> first =
        store
            .ticketQueries()
            .list(statuses(OPEN), sort, new PageSelection(3, Optional.empty(), true));
    Page<Ticket> second =
        store.ticketQueries().list(statuses(OPEN), sort, new PageSelection(3, first.next(), true));

    assertThat(first.items()).hasSize(3);
    assertThat(second.items()).hasSize(1);
    assertThat(second.next()).isEmpty();
    assertThat(second.total()).isEqualTo(OptionalLong.of(4));
  }

  private TicketBuilder ticket(String title) {
    return aTicket().forEmployee(iryna).ownedBy(alice).titled(title);
  }

  private List<String> found(TicketFilter filter) {
    return found(filter, Sort.ascending(TicketSortField.ID));
  }

  private List<String> found(TicketFilter filter, Sort<TicketSortField> sort) {
    return store.ticketQueries().list(filter, sort, PageSelection.first(100)).items().stream()
        .map(ticket -> ticket.details().title().value())
        .toList();
  }

  private static TicketFilter statuses(TicketStatus... wanted) {
    return wanted().statuses(wanted).build();
  }

  private static TicketFilter priorities(Priority... wanted) {
    return wanted().priorities(wanted).build();
  }

  private static TicketFilter owner(UserId wanted) {
    return wanted().owner(wanted).build();
  }

  private static TicketFilter assignee(Assignee wanted) {
    return wanted().assignee(wanted).build();
  }

  private static TicketFilter created(Period period) {
    return wanted().created(period).build();
  }

  private static TicketFilter updated(Period period) {
    return wanted().updated(period).build();
  }

  private static Period after(int seconds) {
    return new Period(Optional.of(NOON.plusSeconds(seconds)), Optional.empty());
  }

  private static Period before(int seconds) {
    return new Period(Optional.empty(), Optional.of(NOON.plusSeconds(seconds)));
  }

  private static Period between(int after, int before) {
    return new Period(Optional.of(NOON.plusSeconds(after)), Optional.of(NOON.plusSeconds(before)));
  }
}
