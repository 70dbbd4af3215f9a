package dev.hexdesk.application.bulk;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static dev.hexdesk.domain.Fixtures.narrowed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.application.bulk.BulkUpdate.Command;
import dev.hexdesk.application.bulk.BulkUpdate.Result;
import dev.hexdesk.application.comment.AddComment;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.shared.StorageUnavailable;
import dev.hexdesk.application.ticket.ChangeTicket;
import dev.hexdesk.application.ticket.DeleteTicket;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.access.Decision.MissingScope;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.comment.CommentBody;
import dev.hexdesk.domain.comment.Visibility;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.ticket.TicketBuilder;
import dev.hexdesk.domain.ticket.TicketChanges;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.Role;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class BulkUpdateTest {
  private static final TicketId NONE = new TicketId(999);

  private final TestUseCases desk = new TestUseCases();
  private final Actor support = desk.somebody(Role.SUPPORT);
  private final Employee iryna = desk.given.employee(anEmployee());
  private final TicketId first = ticket();
  private final TicketId second = ticket();

  @Test
  void doesEachInItsOrder() {
    Result.Done done = done(false, retitle(first, "Ash"), comment(first), delete(second));

    assertThat(done.outcomes()).allMatch(BulkOutcome::isSuccess);
    assertThat(done.outcomes().get(0)).isInstanceOf(BulkOutcome.Updated.class);
    assertThat(done.outcomes().get(1)).isInstanceOf(BulkOutcome.Commented.class);
    assertThat(done.outcomes().get(2)).isInstanceOf(BulkOutcome.Deleted.class);
    assertThat(title(first)).isEqualTo("Ash");
    assertThat(exists(second)).isFalse();
  }

  @Test
  void letsEachStandForItself() {
    Result.Done done = done(false, delete(NONE), forNobody(first), retitle(first, "Ash"));

    assertThat(done.outcomes())
        .startsWith(
            new BulkOutcome.Deleted(new DeleteTicket.Result.Refused(new Refusal.Unknown())),
            new BulkOutcome.Updated(new ChangeTicket.Result.UnknownEmployee()))
        .extracting(BulkOutcome::isSuccess)
        .containsExactly(false, false, true);
    assertThat(title(first)).isEqualTo("Ash");
  }

  @Test
  void letsEachStandForItselfInsideOfAUnitToo() {
    Result.Done done =
        desk.department
            .unitOfWork()
            .inTransaction(() -> done(false, forNobody(first), retitle(first, "Ash")));

    assertThat(done.outcomes()).extracting(BulkOutcome::isSuccess).containsExactly(false, true);
    assertThat(title(first)).isEqualTo("Ash");
  }

  @Test
  void doesAllOrNothing() {
    assertThat(done(true, retitle(first, "Ash"), delete(second)).outcomes()).hasSize(2);
    assertThat(title(first)).isEqualTo("Ash");

    assertThat(
            desk.bulk.work(
                new Command(true, List.of(retitle(first, "Smoke"), delete(second), delete(NONE)))))
        .isEqualTo(
            new Result.Failed(
                1,
                new BulkOutcome.Deleted(new DeleteTicket.Result.Refused(new Refusal.Unknown()))));
    assertThat(title(first)).isEqualTo("Ash");
  }

  @Test
  void keepsNothingWhereTheStorageRefused() {
    assertThat(
            desk.bulk.work(
                new Command(true, List.of(comment(first), forNobody(first), delete(second)))))
        .isEqualTo(
            new Result.Failed(
                1, new BulkOutcome.Updated(new ChangeTicket.Result.UnknownEmployee())));

    assertThat(exists(second)).isTrue();
    assertThat(
            desk.department
                .commentQueries()
                .list(first, CommentAccess.ALL, PageSelection.first(9))
                .items())
        .isEmpty();
  }

  @Test
  void checksTheRightToEach() {
    Actor reader = narrowed(support, Scope.TICKETS_READ);
    DeleteTicket.Command denied = new DeleteTicket.Command(reader, first, Precondition.NONE);

    assertThat(done(false, new BulkOperation.Delete(denied), delete(first)).outcomes())
        .containsExactly(
            new BulkOutcome.Deleted(
                new DeleteTicket.Result.Refused(
                    new Refusal.Denied(
                        new MissingScope(Permission.TICKET_DELETE, Scope.TICKETS_WRITE)))),
            new BulkOutcome.Deleted(new DeleteTicket.Result.Deleted()));
  }

  @Test
  void tellsWhatWasDoneBeforeTheStorageWentAway() {
    AtomicInteger calls = new AtomicInteger();
    BulkService fragile =
        new BulkService(
            desk.department.unitOfWork(),
            desk.department.tickets(),
            desk.tickets,
            command -> {
              calls.incrementAndGet();
              throw new StorageUnavailable(new IllegalStateException("away"));
            },
            desk.comments);

    Result result =
        fragile.work(
            new Command(
                false, List.of(retitle(first, "Ash"), delete(second), retitle(first, "Smoke"))));

    assertThat(((Result.Done) result).outcomes())
        .endsWith(new BulkOutcome.Unavailable(), new BulkOutcome.Unavailable())
        .extracting(BulkOutcome::isSuccess)
        .containsExactly(true, false, false);
    assertThat(calls).hasValue(1);
    assertThat(title(first)).isEqualTo("Ash");
  }

  private TicketId ticket() {
    return desk.given.ticket(wanted()).id();
  }

  private TicketBuilder wanted() {
    return aTicket().forEmployee(iryna).ownedBy(support.id());
  }

  private Result.Done done(boolean atomic, BulkOperation... operations) {
    return (Result.Done) desk.bulk.work(new Command(atomic, List.of(operations)));
  }

  private BulkOperation retitle(TicketId id, String title) {
    return update(id, wanted().titled(title));
  }

  private BulkOperation forNobody(TicketId id) {
    return update(id, wanted().forEmployee(new EmployeeId(999)));
  }

  private BulkOperation update(TicketId id, TicketBuilder ticket) {
    return new BulkOperation.Update(
        new ChangeTicket.Command(
            support, id, Precondition.NONE, TicketChanges.to(ticket.details())));
  }

  private BulkOperation delete(TicketId id) {
    return new BulkOperation.Delete(new DeleteTicket.Command(support, id, Precondition.NONE));
  }

  private BulkOperation comment(TicketId id) {
    return new BulkOperation.Comment(
        new AddComment.Command(
            support, id, Precondition.NONE, new CommentBody("It burns"), Visibility.PUBLIC));
  }

  private String title(TicketId id) {
    return desk.department.ticketQueries().find(id).orElseThrow().details().title().value();
  }

  private boolean exists(TicketId id) {
    return desk.department.ticketQueries().find(id).isPresent();
  }
}
