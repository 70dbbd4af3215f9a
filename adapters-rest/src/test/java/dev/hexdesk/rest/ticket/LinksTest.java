package dev.hexdesk.rest.ticket;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.rest.testing.Callers.SUPPORT;
import static dev.hexdesk.rest.testing.ScriptedUseCase.unexpected;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;

import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.application.ticket.LinkTickets;
import dev.hexdesk.application.ticket.LinkView;
import dev.hexdesk.application.ticket.UnlinkTickets;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.ticket.LinkRole;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.TestResponse;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class LinksTest {
  private static final MissingPermission DENIED = new MissingPermission(Permission.TICKET_READ);
  private static final LinkView LINK =
      new LinkView(new TicketId(302), LinkRole.BLOCKS, "Smoke", TicketStatus.OPEN, NOON);
  private static final String LINK_READ =
      """
      {"ticket_id": 302, "type": "blocks", "title": "Smoke", "status": "open",
       "created_at": "2026-11-23T12:00:00.000Z"}
      """;

  private static TestResponse show(ReadResult<List<LinkView>> result) {
    return Api.of(
            new LinkResource(query -> result, command -> unexpected(), command -> unexpected()))
        .get("/api/v1/tickets/301/links")
        .as(SUPPORT)
        .send();
  }

  private static TestResponse link(LinkTickets.Result result, String body) {
    return Api.of(
            new LinkResource(
                query -> unexpected(),
                command -> {
                  Assertions.assertThat(command.ticket()).isEqualTo(new TicketId(301));
                  Assertions.assertThat(command.other()).isEqualTo(new TicketId(302));
                  Assertions.assertThat(command.role()).isEqualTo(LinkRole.BLOCKS);
                  return result;
                },
                command -> unexpected()))
        .put("/api/v1/tickets/301/links/302")
        .as(SUPPORT)
        .json(body)
        .send();
  }

  private static TestResponse link(LinkTickets.Result result) {
    return link(result, "{\"type\": \"blocks\"}");
  }

  private static TestResponse unlink(UnlinkTickets.Result result) {
    return Api.of(
            new LinkResource(query -> unexpected(), command -> unexpected(), command -> result))
        .delete("/api/v1/tickets/301/links/302")
        .as(SUPPORT)
        .send();
  }

  @Test
  void showsLinks() {
    assertThat(show(new ReadResult.Found<>(List.of(LINK))))
        .hasStatus(200)
        .hasJson("{\"items\": [" + LINK_READ + "]}");
    assertThat(show(new ReadResult.Unknown<>())).isProblem(ProblemType.NOT_FOUND);
    assertThat(show(new ReadResult.Denied<>(DENIED))).isProblem(ProblemType.PERMISSION_DENIED);
  }

  @Test
  void tellsWhetherALinkIsNew() {
    assertThat(link(new LinkTickets.Result.Linked(LINK, true))).hasStatus(201).hasJson(LINK_READ);
    assertThat(link(new LinkTickets.Result.Linked(LINK, false))).hasStatus(200).hasJson(LINK_READ);
  }

  @Test
  void takesTheTypesThatCanBeSaidFromThisSide() {
    for (String type : List.of("blocked_by", "duplicated_by", "BLOCKS", "")) {
      assertThat(link(new LinkTickets.Result.Unknown(), "{\"type\": \"" + type + "\"}"))
          .isProblem(ProblemType.VALIDATION_FAILED)
          .hasFaults("/type unknown_value");
    }
    assertThat(link(new LinkTickets.Result.Unknown(), "{}"))
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/type required");
  }

  @Test
  void tellsWhyTicketsAreNotLinked() {
    assertThat(link(new LinkTickets.Result.Unknown())).isProblem(ProblemType.NOT_FOUND);
    assertThat(link(new LinkTickets.Result.Denied(DENIED)))
        .isProblem(ProblemType.PERMISSION_DENIED);
    assertThat(link(new LinkTickets.Result.ToItself()))
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("other unsuitable");
    assertThat(link(new LinkTickets.Result.Merged(new TicketId(9))))
        .isProblem(ProblemType.TICKET_MERGED);
    assertThat(link(new LinkTickets.Result.TooMany(new TicketId(302))))
        .isProblem(ProblemType.TOO_MANY_LINKS)
        .hasMember("detail", "Ticket 302 has 100 links already.");
  }

  @Test
  void partsTickets() {
    assertThat(unlink(new UnlinkTickets.Result.Unlinked())).hasStatus(204).hasNoBody();
    assertThat(unlink(new UnlinkTickets.Result.Unknown())).isProblem(ProblemType.NOT_FOUND);
    assertThat(unlink(new UnlinkTickets.Result.Denied(DENIED)))
        .isProblem(ProblemType.PERMISSION_DENIED);
    assertThat(unlink(new UnlinkTickets.Result.Merged(new TicketId(9))))
        .isProblem(ProblemType.TICKET_MERGED);
  }
}
