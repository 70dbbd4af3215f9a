package dev.hexdesk.rest.ticket;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.rest.testing.Callers.SUPPORT;
import static dev.hexdesk.rest.testing.Callers.actorOf;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static dev.hexdesk.rest.ticket.TicketSamples.PRINTER;
import static dev.hexdesk.rest.ticket.TicketSamples.PRINTER_READ;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.hexdesk.application.ticket.ShowTicket;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Call;
import dev.hexdesk.rest.testing.ScriptedUseCase;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ReadTicketTest {
  private final TicketPorts ports = new TicketPorts();
  private final ScriptedUseCase<ShowTicket.Query, ShowTicket.Result> useCase =
      new ScriptedUseCase<>();

  ReadTicketTest() {
    ports.show = useCase::run;
  }

  private Call read() {
    return ports.api().get("/api/v1/tickets/301").as(SUPPORT);
  }

  @Test
  void showsTheTicket() {
    useCase.answers(new ShowTicket.Result.Found(PRINTER));

    assertThat(read().send())
        .hasStatus(200)
        .hasHeader("ETag", "\"3\"")
        .hasHeader("Cache-Control", "private, no-cache")
        .hasJson(PRINTER_READ);
    ShowTicket.Query query = useCase.asked().getFirst();
    Assertions.assertThat(query.actor()).isEqualTo(actorOf(SUPPORT));
    Assertions.assertThat(query.id()).isEqualTo(new TicketId(301));
    Assertions.assertThat(query.wanted().holdsFor(new Version(3))).isTrue();
  }

  @Test
  void saysThatTheClientHasTheTicketAlready() {
    useCase.answers(new ShowTicket.Result.Unchanged(new Version(3)));

    assertThat(read().ifNoneMatch("\"3\"").send()).hasStatus(304).hasHeader("ETag", "\"3\"");
    Assertions.assertThat(useCase.asked().getFirst().wanted().holdsFor(new Version(3))).isFalse();
    Assertions.assertThat(useCase.asked().getFirst().wanted().holdsFor(new Version(4))).isTrue();
  }

  @Test
  void looksAtIfMatchFirst() {
    useCase.answers(new ShowTicket.Result.Found(PRINTER));

    assertThat(read().ifMatch("\"2\"").ifNoneMatch("\"3\"").send())
        .isProblem(ProblemType.PRECONDITION_FAILED);
    Assertions.assertThat(useCase.asked().getFirst().wanted().holdsFor(new Version(3))).isTrue();
  }

  @Test
  void readsTheTicketWhoeverIsToBeShownWithIt() {
    useCase.answers(new ShowTicket.Result.Found(PRINTER));

    ports.api().get("/api/v1/tickets/301?expand=employee").as(SUPPORT).ifNoneMatch("\"3\"").send();
    Assertions.assertThat(useCase.asked().getFirst().wanted().holdsFor(new Version(3))).isTrue();
  }

  @Test
  void showsThatNobodyWorksOnIt() {
    useCase.answers(new ShowTicket.Result.Found(aTicket().unassigned().build()));

    assertThat(read().send()).hasStatus(200).hasMember("assignee_id", NullNode.instance);
  }

  @Test
  void knowsNoSuchTicket() {
    useCase.answers(new ShowTicket.Result.Unknown());

    assertThat(read().send()).isProblem(ProblemType.NOT_FOUND);
  }

  @Test
  void tellsWhyTheUseCaseRefused() {
    useCase.answers(new ShowTicket.Result.Denied(new MissingPermission(Permission.TICKET_READ)));

    assertThat(read().send())
        .isProblem(ProblemType.PERMISSION_DENIED)
        .hasMember("permission", "ticket:read");
  }
}
