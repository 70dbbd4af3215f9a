package dev.hexdesk.rest.ticket;

import static dev.hexdesk.rest.testing.Callers.SUPPORT;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;

import dev.hexdesk.application.ticket.DeleteTicket;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Call;
import dev.hexdesk.rest.testing.VersionedWriteContract;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class DeleteTicketTest extends VersionedWriteContract<DeleteTicket.Command, DeleteTicket.Result> {
  private final TicketPorts ports = new TicketPorts();

  DeleteTicketTest() {
    super(
        new DeleteTicket.Result.Deleted(),
        DeleteTicket.Command::precondition,
        DeleteTicket.Result.Refused::new,
        Permission.TICKET_DELETE);
    ports.delete = useCase::run;
  }

  @Override
  protected List<Call> calls() {
    return List.of(delete());
  }

  private Call delete() {
    return ports.api().delete("/api/v1/tickets/301").as(SUPPORT);
  }

  @Test
  void answersNothing() {
    assertThat(delete().ifMatch("\"3\"").send()).hasStatus(204).hasNoBody();

    Assertions.assertThat(useCase.asked().getFirst().id()).isEqualTo(new TicketId(301));
    Assertions.assertThat(useCase.asked().getFirst().precondition().holdsFor(new Version(2)))
        .isFalse();
  }

  @Test
  void tellsWhereTheWorkOfAMergedOneGoesOn() {
    useCase.answers(new DeleteTicket.Result.Merged(new TicketId(302)));

    assertThat(delete().send()).isProblem(ProblemType.TICKET_MERGED);
  }

  @Test
  void tellsThatOthersWereMergedIntoIt() {
    useCase.answers(new DeleteTicket.Result.InUse());

    assertThat(delete().send()).isProblem(ProblemType.IN_USE);
  }
}
