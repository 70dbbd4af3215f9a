package dev.hexdesk.application.ticket;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static dev.hexdesk.domain.Fixtures.disabled;
import static dev.hexdesk.domain.Fixtures.narrowed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.application.shared.Deletion;
import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.ticket.DeleteTicket.Command;
import dev.hexdesk.application.ticket.DeleteTicket.Result;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Decision.MissingScope;
import dev.hexdesk.domain.access.Decision.UserDisabled;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.Role;
import org.junit.jupiter.api.Test;

class DeleteTicketTest {
  private static final TicketId NONE = new TicketId(999);

  private final TestUseCases desk = new TestUseCases();
  private final Actor support = desk.somebody(Role.SUPPORT);
  private final TicketId ticket =
      desk.given
          .ticket(aTicket().forEmployee(desk.given.employee(anEmployee())).ownedBy(support.id()))
          .id();

  @Test
  void removesATicketOnce() {
    assertThat(delete(support, ticket, Version.FIRST::equals)).isEqualTo(new Result.Deleted());
    assertThat(delete(support, ticket, Precondition.NONE))
        .isEqualTo(new Result.Refused(new Refusal.Unknown()));
  }

  @Test
  void holdsThePrecondition() {
    assertThat(delete(support, ticket, present -> false))
        .isEqualTo(new Result.Refused(new Refusal.PreconditionFailed()));
    assertThat(desk.department.tickets().find(ticket)).isPresent();
  }

  @Test
  void noticesWhenTheTicketIsRemovedMeanwhile() {
    Precondition meanwhile =
        present -> desk.department.tickets().delete(ticket).equals(Deletion.DELETED);

    assertThat(delete(support, ticket, meanwhile))
        .isEqualTo(new Result.Refused(new Refusal.Unknown()));
  }

  @Test
  void deniesWhoMayNotWithoutTellingWhatExists() {
    for (TicketId id : new TicketId[] {ticket, NONE}) {
      assertThat(delete(desk.somebody(), id, Precondition.NONE))
          .isEqualTo(
              new Result.Refused(
                  new Refusal.Denied(new MissingPermission(Permission.TICKET_DELETE))));
      assertThat(delete(disabled(support), id, Precondition.NONE))
          .isEqualTo(new Result.Refused(new Refusal.Denied(new UserDisabled())));
      assertThat(delete(narrowed(support, Scope.TICKETS_READ), id, Precondition.NONE))
          .isEqualTo(
              new Result.Refused(
                  new Refusal.Denied(
                      new MissingScope(Permission.TICKET_DELETE, Scope.TICKETS_WRITE))));
    }
    assertThat(desk.department.tickets().find(ticket)).isPresent();
  }

  private Result delete(Actor actor, TicketId id, Precondition precondition) {
    return desk.tickets.delete(new Command(actor, id, precondition));
  }
}
