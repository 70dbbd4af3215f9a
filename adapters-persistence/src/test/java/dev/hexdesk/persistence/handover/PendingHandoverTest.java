package dev.hexdesk.persistence.handover;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.comment.CommentRepository;
import dev.hexdesk.application.contract.StoreFixture;
import dev.hexdesk.application.shared.Deletion;
import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.statistics.Grouping;
import dev.hexdesk.application.statistics.TimeRange;
import dev.hexdesk.application.ticket.HistoryEntry;
import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.application.ticket.TicketFilter.Assignee;
import dev.hexdesk.application.ticket.TicketFilter.Period;
import dev.hexdesk.application.ticket.TicketRepository;
import dev.hexdesk.application.ticket.TicketSearch;
import dev.hexdesk.application.ticket.TicketSortField;
import dev.hexdesk.application.transfer.ImportErrors;
import dev.hexdesk.application.transfer.ImportOptions;
import dev.hexdesk.application.transfer.ImportRecord;
import dev.hexdesk.application.transfer.ImportedTicket;
import dev.hexdesk.application.transfer.TicketImportRules;
import dev.hexdesk.application.transfer.TicketRowParser;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.comment.CommentBody;
import dev.hexdesk.domain.comment.Visibility;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.FieldChange;
import dev.hexdesk.domain.ticket.FieldValue;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketAction;
import dev.hexdesk.domain.ticket.TicketBuilder;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.Title;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.persistence.JdbiStore;
import dev.hexdesk.persistence.TestDatabase;
import dev.hexdesk.persistence.statistics.JdbiTicketStatistics;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.ticket.JdbiTicketQueries;
import dev.hexdesk.persistence.transfer.JdbiTicketImporter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What is read and written after a deletion, while all that it has left is still stored as before:
 * somebody else held each row when it was to be moved.
 */
class PendingHandoverTest {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  private static final Instant LATER = NOON.plusSeconds(60);
  private static final Instant LATEST = LATER.plusSeconds(60);
  private static final CommentAccess ALL_COMMENTS = CommentAccess.ALL;
  private static final PageSelection ALL = new PageSelection(100, Optional.empty(), true);

  private JdbiStore store;
  private User alice;
  private User bob;
  private User carol;
  private Employee zoe;
  private Ticket owned;
  private Ticket assigned;
  private Ticket both;
  private Ticket others;

  @BeforeEach
  void addWork() {
    DATABASE.emptyStore();
    store = JdbiStore.on(DATABASE.jdbi());
    StoreFixture given = StoreFixture.in(store);
    alice = given.user(aUser().named("alice").withRoles(Role.SUPPORT));
    bob = given.user(aUser().named("bob").withRoles(Role.SUPPORT));
    carol = given.user(aUser().named("carol").withRoles(Role.ADMIN));
    zoe = given.employee(anEmployee());
    owned = given.ticket(ticket().ownedBy(alice).assignedTo(bob));
    assigned = given.ticket(ticket().ownedBy(bob).assignedTo(alice));
    both = given.ticket(ticket().ownedBy(alice).assignedTo(alice));
    others = given.ticket(ticket().ownedBy(carol));
    for (User author : List.of(alice, bob)) {
      inTransaction(() -> comment(both.id(), author.id()));
    }
  }

  private TicketBuilder ticket() {
    return aTicket().forEmployee(zoe).titled("Lamp");
  }

  private CommentRepository.Storing comment(TicketId ticket, UserId author) {
    return store
        .comments()
        .insert(ticket, author, new CommentBody("Looked at it."), Visibility.PUBLIC, NOON);
  }

  private <T> T inTransaction(Supplier<T> work) {
    return store.unitOfWork().inTransaction(work);
  }

  private void deleteWhileAllIsHeld(User leaving, User successor, Instant now) {
    try (Handle other = DATABASE.jdbi().open()) {
      other.begin();
      other.execute("SELECT FROM tickets FOR UPDATE");
      other.execute("SELECT FROM comments FOR UPDATE");
      assertThat(delete(leaving, successor, now)).isEqualTo(Deletion.DELETED);
      other.rollback();
    }
  }

  private Deletion delete(User leaving, User successor, Instant now) {
    return inTransaction(
        () -> {
          store.handover().reassign(leaving.id(), successor.id(), carol.id(), now);
          return store.users().delete(leaving.id());
        });
  }

  private static void proceed(JdbiStore store) {
    while (store.handover().proceed()) {
      // until nothing is left
    }
    assertThat(DATABASE.strings("SELECT from_id FROM user_handovers")).isEmpty();
  }

  /** All that can be read of tickets and comments, in any way. */
  private List<Object> readings() {
    List<Object> readings = new ArrayList<>();
    for (Ticket ticket : List.of(owned, assigned, both, others)) {
      readings.add(store.ticketQueries().find(ticket.id()));
      readings.add(store.commentQueries().list(ticket.id(), ALL_COMMENTS, ALL));
    }
    for (TicketFilter filter : filters()) {
      readings.add(list(filter, TicketSortField.ID).items());
      readings.add(list(filter, TicketSortField.ID).total());
      readings.add(exported(filter));
    }
    readings.add(list(searchFor(ownedBy(bob)), TicketSortField.RELEVANCE));
    readings.add(
        new JdbiTicketStatistics(new JdbiUnitOfWork(DATABASE.jdbi()))
            .of(Grouping.ASSIGNEE, new TimeRange(Optional.empty(), Optional.empty()), List.of()));
    return readings;
  }

  private List<TicketFilter> filters() {
    List<TicketFilter> filters = new ArrayList<>();
    filters.add(TicketFilter.all());
    for (User user : List.of(alice, bob, carol)) {
      filters.add(ownedBy(user));
      filters.add(assignedTo(user));
      filters.add(searchFor(assignedTo(user)));
    }
    for (Instant moment : List.of(NOON, LATER, LATER.plusSeconds(1), LATEST)) {
      filters.add(updated(new Period(Optional.of(moment), Optional.empty())));
      filters.add(updated(new Period(Optional.of(moment.minusMillis(1)), Optional.empty())));
      filters.add(updated(new Period(Optional.empty(), Optional.of(moment))));
      filters.add(updated(new Period(Optional.empty(), Optional.of(moment.plusMillis(1)))));
    }
    return filters;
  }

  private static TicketFilter ownedBy(User user) {
    return TicketFilter.all().and().owner(user.id()).build();
  }

  private static TicketFilter assignedTo(User user) {
    return TicketFilter.all().and().assignee(new Assignee.User(user.id())).build();
  }

  private static TicketFilter updated(Period period) {
    return TicketFilter.all().and().updated(period).build();
  }

  private static TicketFilter searchFor(TicketFilter filter) {
    return filter.with(new TicketSearch("lamp", CommentAccess.ALL));
  }

  private Page<Ticket> list(TicketFilter filter, TicketSortField field) {
    return store.ticketQueries().list(filter, Sort.ascending(field), ALL);
  }

  private static List<Ticket> exported(TicketFilter filter) {
    List<Ticket> rows = new ArrayList<>();
    new JdbiTicketQueries(new JdbiUnitOfWork(DATABASE.jdbi()))
        .extract(filter, Sort.ascending(TicketSortField.ID))
        .forEach(rows::add);
    return rows;
  }

  private List<TicketId> ids(TicketFilter filter) {
    return list(filter, TicketSortField.ID).items().stream().map(Ticket::id).toList();
  }

  private List<HistoryEntry> historyOf(Ticket ticket) {
    return store.historyQueries().list(ticket.id(), ALL_COMMENTS, ALL).items();
  }

  private static List<String> storedOwners() {
    return DATABASE.strings("SELECT owner_id FROM tickets ORDER BY id");
  }

  @Test
  void allIsReadAsItWillBeStored() {
    deleteWhileAllIsHeld(alice, bob, LATER);
    List<Object> pending = readings();
    assertThat(storedOwners().getFirst()).isEqualTo(Long.toString(alice.id().value()));

    proceed(store);

    assertThat(pending).isEqualTo(readings());
    assertThat(storedOwners().getFirst()).isEqualTo(Long.toString(bob.id().value()));
    assertThat(DATABASE.strings("SELECT id FROM user_ids WHERE id = " + alice.id().value()))
        .isEmpty();
  }

  @Test
  void whatWasHandedOverIsTheSuccessorsAtOnce() {
    deleteWhileAllIsHeld(alice, bob, LATER);

    Ticket read = store.ticketQueries().find(both.id()).orElseThrow();
    assertThat(read.ownerId()).isEqualTo(bob.id());
    assertThat(read.details().assigneeId()).contains(bob.id());
    assertThat(read.version()).isEqualTo(both.version().next());
    assertThat(read.updatedAt()).isEqualTo(LATER);
    assertThat(ids(ownedBy(alice))).isEmpty();
    assertThat(ids(assignedTo(alice))).isEmpty();
    assertThat(ids(ownedBy(bob))).containsExactly(owned.id(), assigned.id(), both.id());
    assertThat(ids(assignedTo(bob))).containsExactly(owned.id(), assigned.id(), both.id());
    assertThat(store.commentQueries().list(both.id(), ALL_COMMENTS, ALL).items())
        .extracting(comment -> comment.authorId())
        .containsExactly(Optional.empty(), Optional.of(bob.id()));
    assertThat(store.users().find(alice.id())).isEmpty();
  }

  @Test
  void aSuccessorMayGoBeforeAllHasArrived() {
    deleteWhileAllIsHeld(alice, bob, LATER);
    deleteWhileAllIsHeld(bob, carol, LATEST);
    List<Object> pending = readings();
    assertThat(store.ticketQueries().find(both.id()).orElseThrow().version())
        .isEqualTo(new Version(both.version().number() + 2));

    proceed(store);

    assertThat(pending).isEqualTo(readings());
    assertThat(storedOwners()).containsOnly(Long.toString(carol.id().value()));
    assertThat(historyOf(both))
        .extracting(HistoryEntry::action)
        .containsExactly(TicketAction.HANDED_OVER, TicketAction.HANDED_OVER);
    assertThat(historyOf(both))
        .extracting(entry -> entry.changes().getFirst())
        .containsExactly(change(alice, bob), change(bob, carol));
    assertThat(DATABASE.strings("SELECT id FROM user_ids"))
        .containsExactly(Long.toString(carol.id().value()));
  }

  private static FieldChange change(User from, User to) {
    return new FieldChange(
        "owner_id", FieldValue.of(from.id().value()), FieldValue.of(to.id().value()));
  }

  @Test
  void aSuccessorCannotGoWithoutAnother() {
    deleteWhileAllIsHeld(alice, bob, LATER);
    DATABASE.execute("UPDATE tickets SET assignee_id = NULL WHERE id = " + owned.id().value());
    DATABASE.execute("DELETE FROM tickets WHERE id = " + assigned.id().value());

    assertThat(inTransaction(() -> store.users().delete(bob.id()))).isEqualTo(Deletion.IN_USE);
    assertThat(store.users().find(bob.id())).isPresent();
  }

  @Test
  void whoeverChangesATicketMovesItFirst() {
    deleteWhileAllIsHeld(alice, bob, LATER);
    Ticket read = store.ticketQueries().find(both.id()).orElseThrow();

    Ticket held = inTransaction(() -> store.tickets().findForUpdate(both.id())).orElseThrow();

    assertThat(held).isEqualTo(read);
    assertThat(historyOf(both))
        .extracting(HistoryEntry::action)
        .containsExactly(TicketAction.HANDED_OVER);
    assertThat(storedOwners())
        .filteredOn(owner -> owner.equals(Long.toString(alice.id().value())))
        .hasSize(1);
    proceed(store);
    assertThat(store.ticketQueries().find(both.id())).contains(read);
    assertThat(historyOf(both)).hasSize(1);
  }

  @Test
  void anImportMovesWhatItChanges() {
    deleteWhileAllIsHeld(alice, bob, LATER);
    ImportErrors errors = new ImportErrors();

    TicketRowParser parser = new TicketRowParser(TestRules.ticketRules());
    ImportRecord row =
        ImportRecord.ofTexts(
            1,
            Map.of(
                "id",
                Long.toString(both.id().value()),
                "title",
                "Imported",
                "description",
                "It is red.",
                "employee_id",
                Long.toString(zoe.id().value())));
    ImportedTicket imported = Objects.requireNonNull(parser.read(row, LATEST, errors));

    new JdbiTicketImporter(
            new JdbiUnitOfWork(DATABASE.jdbi()),
            parser,
            new TicketImportRules(TestRules.rolePolicy()))
        .importRows(
            sink -> sink.accept(imported),
            new ImportOptions(carol.id(), LATEST, true, true),
            errors,
            () -> true);

    assertThat(errors.isEmpty()).isTrue();
    Ticket read = store.ticketQueries().find(both.id()).orElseThrow();
    assertThat(read.details().title()).isEqualTo(new Title("Imported"));
    assertThat(read.ownerId()).isEqualTo(bob.id());
    assertThat(read.version()).isEqualTo(new Version(both.version().number() + 2));
    assertThat(historyOf(both))
        .extracting(HistoryEntry::action)
        .containsExactly(TicketAction.HANDED_OVER, TicketAction.IMPORTED);
  }

  @Test
  void nothingNewNamesWhoIsGone() {
    deleteWhileAllIsHeld(alice, bob, LATER);

    assertThat(inTransaction(() -> insert(ticket().ownedBy(alice))))
        .isEqualTo(new TicketRepository.Storing.UnknownOwner());
    assertThat(inTransaction(() -> insert(ticket().ownedBy(bob).assignedTo(alice))))
        .isEqualTo(new TicketRepository.Storing.UnknownAssignee());
    assertThat(inTransaction(() -> comment(others.id(), alice.id())))
        .isEqualTo(new CommentRepository.Storing.UnknownAuthor());
    assertThat(inTransaction(() -> update(others, ticket().ownedBy(carol).assignedTo(alice))))
        .isEqualTo(new TicketRepository.Storing.UnknownAssignee());
  }

  private TicketRepository.Storing insert(TicketBuilder ticket) {
    return store.tickets().insert(ticket.details(), ticket.owner(), LATEST);
  }

  private TicketRepository.Storing update(Ticket ticket, TicketBuilder changed) {
    return store.tickets().update(TicketBuilder.next(ticket, changed.details(), LATEST));
  }

  @Test
  void whatAnotherOneHoldsIsLeftForLater() {
    deleteWhileAllIsHeld(alice, bob, LATER);
    try (Handle other = DATABASE.jdbi().open()) {
      other.begin();
      other
          .select("SELECT id FROM tickets WHERE id = ? FOR UPDATE", both.id().value())
          .mapTo(long.class)
          .one();

      assertThat(store.handover().proceed()).isTrue();
      assertThat(store.handover().proceed()).isTrue(); // the comment
      assertThat(store.handover().proceed()).isFalse();
      other.rollback();
    }

    proceed(JdbiStore.on(DATABASE.jdbi()));
    assertThat(storedOwners()).doesNotContain(Long.toString(alice.id().value()));
  }

  @Test
  void nobodyElseProceedsMeanwhile() {
    deleteWhileAllIsHeld(alice, bob, LATER);

    inTransaction(
        () -> {
          assertThat(store.handover().proceed()).isTrue();
          assertThat(JdbiStore.on(DATABASE.jdbi()).handover().proceed()).isFalse();
          return true;
        });
  }
}
