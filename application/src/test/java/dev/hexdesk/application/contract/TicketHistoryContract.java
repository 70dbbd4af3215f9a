package dev.hexdesk.application.contract;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.ticket.HistoryEntry;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.ticket.FieldChange;
import dev.hexdesk.domain.ticket.FieldValue;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketAction;
import dev.hexdesk.domain.ticket.TicketEvent;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@code TicketHistory} and {@code TicketHistoryQueries} promises. */
public abstract class TicketHistoryContract extends StoreContract {
  private static final List<FieldChange> CHANGES =
      List.of(
          new FieldChange("title", FieldValue.of("Ґрати \"1\"\n"), FieldValue.of("{}")),
          new FieldChange("assignee_id", new FieldValue.Nothing(), FieldValue.of(Long.MAX_VALUE)),
          new FieldChange(
              "tags", new FieldValue.Texts(List.of("a", "ґ")), new FieldValue.Nothing()));

  private User olena;
  private Ticket ticket;

  @BeforeEach
  void addTicket() {
    olena = given.user(aUser().named("olena").called("Олена", "Ґалаґан"));
    ticket = given.ticket(aTicket().forEmployee(given.employee(anEmployee())).ownedBy(olena));
  }

  @Test
  void tellsWhatHappenedAsItWasTold() {
    record(TicketAction.UPDATED, false, CHANGES);

    HistoryEntry entry = only();
    assertThat(entry)
        .isEqualTo(
            new HistoryEntry(
                entry.id(), NOON, olena.id(), "Олена Ґалаґан", TicketAction.UPDATED, CHANGES));
  }

  @Test
  void pagesFromTheOldestOnAndHidesWhatIsInternal() {
    record(TicketAction.CREATED, false, List.of());
    record(TicketAction.COMMENT_ADDED, true, List.of());
    record(TicketAction.UPDATED, false, List.of());

    assertThat(list(CommentAccess.ALL, PageSelection.first(9)).items())
        .extracting(HistoryEntry::action)
        .containsExactly(TicketAction.CREATED, TicketAction.COMMENT_ADDED, TicketAction.UPDATED);
    Page<HistoryEntry> open =
        list(CommentAccess.PUBLIC, new PageSelection(1, Optional.empty(), true));
    assertThat(open.total()).hasValue(2);
    assertThat(list(CommentAccess.PUBLIC, new PageSelection(1, open.next(), false)).items())
        .extracting(HistoryEntry::action)
        .containsExactly(TicketAction.UPDATED);
  }

  @Test
  void outlivesTheTicketAndItsActor() {
    assertThat(store.historyQueries().knows(ticket.id())).isFalse();
    record(TicketAction.CREATED, false, List.of());

    inTransaction(() -> store.tickets().delete(ticket.id()));
    inTransaction(() -> store.users().delete(olena.id()));

    assertThat(store.historyQueries().knows(ticket.id())).isTrue();
    assertThat(only().actorName()).isEqualTo("Олена Ґалаґан");
    assertThat(store.historyQueries().knows(new TicketId(999_999))).isFalse();
  }

  @Test
  void leavesOutCommentsForWhoMaySeeNone() {
    for (TicketAction action : TicketAction.values()) {
      record(action, false, List.of());
    }
    record(TicketAction.COMMENT_CHANGED, true, List.of());

    assertThat(list(CommentAccess.NONE, PageSelection.first(99)).items())
        .extracting(HistoryEntry::action)
        .containsExactlyElementsOf(
            Arrays.stream(TicketAction.values()).filter(action -> !action.isOfComment()).toList());
  }

  @Test
  void hasNoNameForWhoIsGoneAlready() {
    inTransaction(
        () -> {
          store.history().record(event(new UserId(999), TicketAction.UPDATED, false, CHANGES));
          return true;
        });

    assertThat(only().actorName()).isEqualTo("?");
  }

  @Test
  void isKeptWithTheWorkOrNotAtAll() {
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      store
                          .history()
                          .record(event(olena.id(), TicketAction.UPDATED, false, CHANGES));
                      throw new IllegalStateException("too bad");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(list(CommentAccess.ALL, PageSelection.first(9)).items()).isEmpty();
  }

  @Test
  void tellsOfTicketsThatWereHandedOver() {
    User carol = given.user(aUser().named("carol"));
    Ticket both =
        given.ticket(
            aTicket().forEmployee(ticket.details().employeeId()).ownedBy(olena).assignedTo(olena));
    Instant later = NOON.plusSeconds(60);

    inTransaction(
        () -> {
          store.handover().reassign(olena.id(), carol.id(), carol.id(), later);
          return true;
        });

    FieldValue from = FieldValue.of(olena.id().value());
    FieldValue to = FieldValue.of(carol.id().value());
    HistoryEntry owned = only();
    assertThat(owned.action()).isEqualTo(TicketAction.HANDED_OVER);
    assertThat(owned.at()).isEqualTo(later);
    assertThat(owned.actorId()).isEqualTo(carol.id());
    assertThat(owned.changes()).containsExactly(new FieldChange("owner_id", from, to));
    assertThat(
            store
                .historyQueries()
                .list(both.id(), CommentAccess.ALL, PageSelection.first(9))
                .items()
                .getFirst()
                .changes())
        .containsExactly(
            new FieldChange("owner_id", from, to), new FieldChange("assignee_id", from, to));
  }

  private void record(TicketAction action, boolean internal, List<FieldChange> changes) {
    inTransaction(
        () -> {
          store.history().record(event(olena.id(), action, internal, changes));
          return true;
        });
  }

  private TicketEvent event(
      UserId actor, TicketAction action, boolean internal, List<FieldChange> changes) {
    return new TicketEvent(ticket.id(), actor, NOON, action, internal, changes);
  }

  private HistoryEntry only() {
    List<HistoryEntry> entries = list(CommentAccess.ALL, PageSelection.first(9)).items();
    assertThat(entries).hasSize(1);
    return entries.getFirst();
  }

  private Page<HistoryEntry> list(CommentAccess comments, PageSelection page) {
    return store.historyQueries().list(ticket.id(), comments, page);
  }
}
