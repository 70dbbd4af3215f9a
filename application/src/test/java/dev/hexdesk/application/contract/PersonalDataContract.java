package dev.hexdesk.application.contract;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.comment.CommentRepository;
import dev.hexdesk.application.privacy.PersonalDataItem;
import dev.hexdesk.application.privacy.PersonalDataQueries;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.comment.Comment;
import dev.hexdesk.domain.comment.CommentBody;
import dev.hexdesk.domain.comment.Visibility;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.ticket.FieldChange;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketAction;
import dev.hexdesk.domain.ticket.TicketEvent;
import dev.hexdesk.domain.user.User;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@code PersonalDataQueries} promises. */
public abstract class PersonalDataContract extends StoreContract {
  private User alice;
  private Employee ann;
  private Employee other;

  /** The queries of what is in the store. */
  protected abstract PersonalDataQueries queries();

  @BeforeEach
  void addPeople() {
    alice = given.user(aUser().named("alice"));
    ann = given.employee(anEmployee().called("Ann", "Lee"));
    other = given.employee(anEmployee());
  }

  private Ticket ticket(Employee employee) {
    Ticket ticket = given.ticket(aTicket().forEmployee(employee).ownedBy(alice));
    record(ticket, TicketAction.CREATED, ticket.details().asChanges());
    return ticket;
  }

  private void record(Ticket ticket, TicketAction action, List<FieldChange> changes) {
    store.history().record(TicketEvent.open(ticket.id(), alice.id(), NOON, action, changes));
  }

  private Comment comment(Ticket ticket, Visibility visibility) {
    return ((CommentRepository.Storing.Stored)
            inTransaction(
                () ->
                    store
                        .comments()
                        .insert(ticket.id(), alice.id(), new CommentBody("Hm."), visibility, NOON)))
        .comment();
  }

  private List<PersonalDataItem> data(CommentAccess access) {
    List<PersonalDataItem> data = new ArrayList<>();
    queries().extract(ann.id(), access).forEach(data::add);
    return data;
  }

  /** What happened, in words. */
  private List<String> events() {
    return data(CommentAccess.ALL).stream()
        .filter(PersonalDataItem.HistoryData.class::isInstance)
        .map(PersonalDataItem.HistoryData.class::cast)
        .map(event -> event.ticket().value() + " " + event.entry().action().code())
        .toList();
  }

  @Test
  void findsThePerson() {
    assertThat(queries().find(ann.id())).contains(ann);
    assertThat(queries().find(new EmployeeId(999_999))).isEmpty();
  }

  @Test
  void handsOutTheirTicketsThenCommentsThenHistory() {
    Ticket first = ticket(ann);
    Ticket ofAnother = ticket(other);
    Ticket second = ticket(ann);
    Comment later = comment(second, Visibility.PUBLIC);
    comment(ofAnother, Visibility.PUBLIC);
    Comment latest = comment(first, Visibility.INTERNAL);

    assertThat(data(CommentAccess.ALL).subList(0, 4))
        .containsExactly(
            new PersonalDataItem.TicketData(first),
            new PersonalDataItem.TicketData(second),
            new PersonalDataItem.CommentData(later),
            new PersonalDataItem.CommentData(latest));
    assertThat(events())
        .containsExactly(first.id().value() + " created", second.id().value() + " created");
  }

  @Test
  void keepsInternalThingsToThemselves() {
    Ticket ticket = ticket(ann);
    comment(ticket, Visibility.INTERNAL);
    store
        .history()
        .record(
            new TicketEvent(
                ticket.id(), alice.id(), NOON, TicketAction.COMMENT_ADDED, true, List.of()));

    assertThat(data(CommentAccess.PUBLIC)).hasSize(2);
    assertThat(data(CommentAccess.ALL)).hasSize(4);
  }

  @Test
  void handsOutTheHistoryOfDeletedTickets() {
    Ticket deleted = ticket(ann);
    record(deleted, TicketAction.UPDATED, List.of());
    record(deleted, TicketAction.DELETED, deleted.details().asRemoval());
    inTransaction(() -> store.tickets().delete(deleted.id()));
    long id = deleted.id().value();

    assertThat(events()).containsExactly(id + " created", id + " updated", id + " deleted");
  }

  @Test
  void leavesOutWhatConcernsThoseWhoHaveTheirTicketsNow() {
    Ticket moved = ticket(ann);
    record(moved, TicketAction.UPDATED, List.of());
    Ticket.Outcome.Changed outcome =
        (Ticket.Outcome.Changed)
            moved.with(aTicket().forEmployee(other).ownedBy(alice).details(), NOON);
    inTransaction(() -> store.tickets().update(outcome.ticket()));
    record(moved, TicketAction.UPDATED, outcome.changes());
    comment(moved, Visibility.PUBLIC);
    long id = moved.id().value();

    assertThat(data(CommentAccess.ALL)).hasSize(2);
    assertThat(events()).containsExactly(id + " created", id + " updated");
  }
}
