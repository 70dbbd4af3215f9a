package dev.hexdesk.rest.ticket;

import static dev.hexdesk.rest.testing.Callers.SUPPORT;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;

import dev.hexdesk.application.ticket.DeleteTicket;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Call;
import dev.hexdesk.rest.testing.ScriptedUseCase;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class DeleteTicketTest {
  private final TicketPorts ports = new TicketPorts();
  private final ScriptedUseCase<DeleteTicket.Command, DeleteTicket.Result> useCase =
      new ScriptedUseCase<>();

  DeleteTicketTest() {
    ports.delete = useCase::run;
  }

  private Call delete() {
    return ports.api().delete("/api/v1/tickets/301").as(SUPPORT);
  }

  @Test
  void answersNothing() {
    useCase.answers(new DeleteTicket.Result.Deleted());

    assertThat(delete().ifMatch("\"3\"").send()).hasStatus(204).hasNoBody();

    Assertions.assertThat(useCase.asked().getFirst().id()).isEqualTo(new TicketId(301));
    Assertions.assertThat(useCase.asked().getFirst().precondition().holdsFor(new Version(2)))
        .isFalse();
  }

  @Test
  void knowsNoSuchTicket() {
    useCase.answers(new DeleteTicket.Result.Unknown());

    assertThat(delete().send()).isProblem(ProblemType.NOT_FOUND);
  }

  @Test
  void tellsThatTheVersionHasMovedOn() {
    useCase.answers(new DeleteTicket.Result.PreconditionFailed());

    assertThat(delete().ifMatch("\"2\"").send()).isProblem(ProblemType.PRECONDITION_FAILED);
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

  @Test
  void tellsWhyTheUseCaseRefused() {
    useCase.answers(
        new DeleteTicket.Result.Denied(new MissingPermission(Permission.TICKET_DELETE)));

    assertThat(delete().send())
        .isProblem(ProblemType.PERMISSION_DENIED)
        .hasMember("permission", "ticket:delete");
  }
}
