package dev.hexdesk.rest.ticket;

import static dev.hexdesk.rest.testing.Callers.SUPPORT;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static dev.hexdesk.rest.ticket.TicketSamples.PRINTER;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.ticket.MergeTickets;
import dev.hexdesk.application.ticket.MergeTickets.Result;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.MergeRule;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.TestResponse;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class MergeTicketTest {
  private final List<MergeTickets.Command> commands = new ArrayList<>();

  private TestResponse merge(Result result, String body) {
    MergeResource resource =
        new MergeResource(
            command -> {
              commands.add(command);
              return result;
            });
    return Api.of(resource)
        .post("/api/v1/tickets/300/merge")
        .as(SUPPORT)
        .ifMatch("\"2\"")
        .json(body)
        .send();
  }

  private TestResponse merge(Result result) {
    return merge(result, "{\"into\": 301}");
  }

  @Test
  void answersTheTicketInWhichTheWorkGoesOn() {
    assertThat(merge(new Result.Merged(PRINTER)))
        .hasStatus(200)
        .hasHeader("ETag", "\"3\"")
        .hasMember("id", IntNode.valueOf(301));

    MergeTickets.Command command = commands.getFirst();
    Assertions.assertThat(command.source()).isEqualTo(new TicketId(300));
    Assertions.assertThat(command.target()).isEqualTo(new TicketId(301));
    Assertions.assertThat(command.precondition().holdsFor(new Version(2))).isTrue();
    Assertions.assertThat(command.precondition().holdsFor(new Version(3))).isFalse();
  }

  @Test
  void mergesTicketsOfTwoEmployeesForWhoSaysSo() {
    merge(new Result.Merged(PRINTER));
    merge(new Result.Merged(PRINTER), "{\"into\": 301, \"allow_different_employee\": true}");

    Assertions.assertThat(commands)
        .extracting(MergeTickets.Command::rule)
        .containsExactly(MergeRule.SAME_EMPLOYEE, MergeRule.ANY_EMPLOYEE);
  }

  @Test
  void namesWhatIsWrongWithTheTarget() {
    assertThat(merge(new Result.Refused(new Refusal.Unknown()), "{}"))
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/into required");
    assertThat(merge(new Result.Refused(new Refusal.Unknown()), "{\"into\": 0}"))
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/into range");
    assertThat(merge(new Result.UnknownTarget()))
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/into unknown");
    assertThat(merge(new Result.Refused(new Refusal.Unknown()), "{\"into\": 301, \"why\": \"so\"}"))
        .isProblem(ProblemType.UNKNOWN_FIELD);
  }

  @Test
  void tellsWhyTheTicketsCantBeOne() {
    assertThat(merge(new Result.IntoItself())).isProblem(ProblemType.ILLEGAL_MERGE);
    assertThat(merge(new Result.OtherEmployee()))
        .isProblem(ProblemType.ILLEGAL_MERGE)
        .hasMember(
            "detail",
            TextNode.valueOf(
                "The other ticket is for another employee. Say that this one duplicates it (PUT"
                    + " /api/v1/tickets/300/links/301 with {\"type\": \"duplicates\"}), or merge"
                    + " them all the same by \"allow_different_employee\": true."));
    assertThat(merge(new Result.IntoMerged(new TicketId(17))))
        .isProblem(ProblemType.ILLEGAL_MERGE)
        .hasMember("detail", "The other ticket was merged itself; its work goes on in ticket 17.");
    assertThat(merge(new Result.AlreadyMerged(new TicketId(17))))
        .isProblem(ProblemType.TICKET_MERGED);
  }

  @Test
  void tellsWhyTheUseCaseRefused() {
    assertThat(merge(new Result.Refused(new Refusal.Unknown()))).isProblem(ProblemType.NOT_FOUND);
    assertThat(merge(new Result.Refused(new Refusal.PreconditionFailed())))
        .isProblem(ProblemType.PRECONDITION_FAILED);
    assertThat(
            merge(
                new Result.Refused(
                    new Refusal.Denied(new MissingPermission(Permission.TICKET_UPDATE)))))
        .isProblem(ProblemType.PERMISSION_DENIED);
  }
}
