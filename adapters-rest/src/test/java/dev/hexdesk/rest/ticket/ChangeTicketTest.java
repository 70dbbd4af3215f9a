package dev.hexdesk.rest.ticket;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.rest.testing.Callers.SUPPORT;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static dev.hexdesk.rest.ticket.TicketSamples.NEW_TICKET;
import static dev.hexdesk.rest.ticket.TicketSamples.PRINTER;
import static dev.hexdesk.rest.ticket.TicketSamples.PRINTER_READ;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.ticket.ChangeTicket;
import dev.hexdesk.application.ticket.ShowTicket;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.TicketChanges;
import dev.hexdesk.domain.ticket.TicketDetails;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.ticket.TicketWorkflow;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Call;
import dev.hexdesk.rest.testing.ScriptedUseCase;
import dev.hexdesk.rest.testing.TestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeTicketTest {
  private final TicketPorts ports = new TicketPorts();
  private final ScriptedUseCase<ChangeTicket.Command, ChangeTicket.Result> useCase =
      ScriptedUseCase.answering(new ChangeTicket.Result.Changed(PRINTER));

  /** The two ways to change a ticket, which end alike. */
  private enum Way {
    REPLACE,
    PATCH
  }

  ChangeTicketTest() {
    ports.change = useCase::run;
    ports.show = query -> new ShowTicket.Result.Found(PRINTER);
  }

  private Call replace(String body) {
    return ports.api().put("/api/v1/tickets/301").as(SUPPORT).json(body);
  }

  private Call patch(String body) {
    return ports.api().patch("/api/v1/tickets/301").as(SUPPORT).mergePatch(body);
  }

  private Call change(Way way) {
    return way == Way.REPLACE ? replace(NEW_TICKET.toString()) : patch("{\"status\": \"pending\"}");
  }

  private TicketDetails changed() {
    return useCase.asked().getLast().changes().appliedTo(PRINTER.details());
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void answersTheTicketAsItIsNow(Way way) {
    assertThat(change(way).send())
        .hasStatus(200)
        .hasHeader("ETag", "\"3\"")
        .hasHeader("Cache-Control", "private, no-cache")
        .hasJson(PRINTER_READ);
    assertThat(useCase.asked().getFirst().id()).isEqualTo(new TicketId(301));
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void listsWhereTheWorkflowLeads(Way way) {
    useCase.answers(
        new ChangeTicket.Result.IllegalTransition(
            TicketStatus.RESOLVED,
            TicketStatus.PENDING,
            TicketWorkflow.successorsOf(TicketStatus.RESOLVED)));

    assertThat(change(way).send())
        .isProblem(ProblemType.ILLEGAL_TRANSITION)
        .hasMember("allowed", TestResponse.json("[\"open\", \"closed\"]"));
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void pointsAtWhomItCannotName(Way way) {
    useCase.answers(new ChangeTicket.Result.UnknownEmployee());
    assertThat(change(way).send())
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/employee_id unknown");

    useCase.answers(new ChangeTicket.Result.UnsuitableAssignee());
    assertThat(change(way).send())
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/assignee_id unsuitable");
  }

  @Test
  void replacesEverythingAndLeftOutFieldsByTheirDefaults() {
    replace(NEW_TICKET.without("status").without("priority").without("assignee_id").toString())
        .send();

    TicketDetails printer = PRINTER.details();
    assertThat(useCase.asked().getFirst().changes())
        .isEqualTo(
            TicketChanges.to(
                aTicket()
                    .forEmployee(printer.employeeId())
                    .titled(printer.title().value())
                    .describedAs(printer.description().value())
                    .details()));
  }

  @Test
  void patchesNothingThatIsNotNamed() {
    patch("{}").send();

    assertThat(changed()).isEqualTo(PRINTER.details());
  }

  @Test
  void patchesWhatIsNamed() {
    patch(
            """
            {"title": "It burns", "status": "resolved", "priority": "low", "employee_id": 13,
             "assignee_id": 9}
            """)
        .send();

    assertThat(changed())
        .isEqualTo(
            aTicket()
                .forEmployee(new EmployeeId(13))
                .titled("It burns")
                .describedAs(PRINTER.details().description().value())
                .withStatus(TicketStatus.RESOLVED)
                .withPriority(Priority.LOW)
                .assignedTo(new UserId(9))
                .details());
  }

  @Test
  void takesTheAssigneeAway() {
    patch("{\"assignee_id\": null}").send();

    assertThat(changed().assigneeId()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"employee_id", "title", "description", "status", "priority"})
  void clearsNothingThatIsRequired(String field) {
    assertThat(patch("{\"" + field + "\": null}").send())
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/" + field + " required");
    assertThat(useCase.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"assignee_id": "8"}  | /assignee_id
          {"assignee_id": ""}   | /assignee_id
          {"assignee_id": 8.5}  | /assignee_id
          {"employee_id": true} | /employee_id
          {"employee_id": 9223372036854775808} | /employee_id
          {"status": 1}         | /status
          {"title": 1}          | /title
          """)
  void turnsNoTypeIntoAnother(String patch, String pointer) {
    assertThat(patch(patch).send())
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults(pointer + " type");
    assertThat(useCase.asked()).isEmpty();
  }

  @Test
  void namesEveryFaultOfAReplacementAtOnce() {
    assertThat(replace("{\"status\": \"done\"}").send())
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults(
            "/employee_id required",
            "/title required",
            "/description required",
            "/status unknown_value");
  }

  @Test
  void namesEveryFaultOfAPatchAtOnce() {
    assertThat(
            patch(
                    """
                    {"owner_id": 1, "employee_id": 0, "title": "x", "description": " ",
                     "status": "done", "priority": "p1", "assignee_id": 0}
                    """)
                .send())
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults(
            "/owner_id read_only",
            "/employee_id range",
            "/title too_short",
            "/description blank",
            "/status unknown_value",
            "/priority unknown_value",
            "/assignee_id range");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "owner_id", "updated_at"})
  void refusesFieldsThatCannotBeWritten(String field) {
    assertThat(replace(NEW_TICKET.with(field, "99").toString()).send())
        .isProblem(ProblemType.READ_ONLY)
        .hasFaults("/" + field + " read_only");
    assertThat(patch("{\"" + field + "\": 99}").send())
        .isProblem(ProblemType.READ_ONLY)
        .hasFaults("/" + field + " read_only");
  }
}
