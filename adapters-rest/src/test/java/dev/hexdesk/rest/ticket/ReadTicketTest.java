package dev.hexdesk.rest.ticket;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.rest.testing.AnswerAssert.assertThat;
import static dev.hexdesk.rest.testing.Callers.SUPPORT;
import static dev.hexdesk.rest.testing.Callers.actorOf;
import static dev.hexdesk.rest.ticket.TicketSamples.PRINTER_READ;
import static dev.hexdesk.rest.ticket.TicketSamples.PRINTER_SEEN;

import com.fasterxml.jackson.databind.node.NullNode;
import dev.hexdesk.application.ticket.ShowTicket;
import dev.hexdesk.application.ticket.TicketView;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Call;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ReadTicketTest {
  private final TicketPorts ports = new TicketPorts();
  private final List<ShowTicket.Query> queries = new ArrayList<>();

  private void outcome(ShowTicket.Result result) {
    ports.show =
        query -> {
          queries.add(query);
          return result;
        };
  }

  private Call read() {
    return ports.api().get("/api/v1/tickets/301").as(SUPPORT);
  }

  @Test
  void showsTheTicket() {
    outcome(new ShowTicket.Result.Found(PRINTER_SEEN));

    assertThat(read().send())
        .hasStatus(200)
        .hasHeader("ETag", "\"3\"")
        .hasHeader("Cache-Control", "private, no-cache")
        .hasJson(PRINTER_READ);
    Assertions.assertThat(queries)
        .containsExactly(new ShowTicket.Query(actorOf(SUPPORT), new TicketId(301)));
  }

  @Test
  void showsThatNobodyWorksOnIt() {
    outcome(new ShowTicket.Result.Found(TicketView.of(aTicket().unassigned().build())));

    assertThat(read().send()).hasStatus(200).hasMember("assignee_id", NullNode.instance);
  }

  @Test
  void knowsNoSuchTicket() {
    outcome(new ShowTicket.Result.Unknown());

    assertThat(read().send()).isProblem(ProblemType.NOT_FOUND);
  }

  @Test
  void tellsWhyTheUseCaseRefused() {
    outcome(new ShowTicket.Result.Denied(new MissingPermission(Permission.TICKET_READ)));

    assertThat(read().send())
        .isProblem(ProblemType.PERMISSION_DENIED)
        .hasMember("permission", "ticket:read");
  }
}
