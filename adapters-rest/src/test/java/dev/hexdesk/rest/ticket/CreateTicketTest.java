package dev.hexdesk.rest.ticket;

import static dev.hexdesk.rest.testing.Callers.SUPPORT;
import static dev.hexdesk.rest.testing.Callers.actorOf;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static dev.hexdesk.rest.ticket.TicketSamples.NEW_TICKET;
import static dev.hexdesk.rest.ticket.TicketSamples.PRINTER;
import static dev.hexdesk.rest.ticket.TicketSamples.PRINTER_READ;

import dev.hexdesk.application.ticket.CreateTicket;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Body;
import dev.hexdesk.rest.testing.CreationContract;
import dev.hexdesk.rest.testing.TestResponse;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateTicketTest extends CreationContract<CreateTicket.Command, CreateTicket.Result> {
  private final TicketPorts ports = new TicketPorts();

  CreateTicketTest() {
    super(
        new CreateTicket.Result.Created(PRINTER),
        new Sample(NEW_TICKET, "tickets/301", PRINTER_READ));
    ports.create = useCase::run;
  }

  @Override
  protected TestResponse create(Body body) {
    return ports.api().post("/api/v1/tickets").as(SUPPORT).json(body.toString()).send();
  }

  @Test
  void handsOverWhatWasSent() {
    create(NEW_TICKET);

    Assertions.assertThat(useCase.asked())
        .containsExactly(new CreateTicket.Command(actorOf(SUPPORT), PRINTER.details()));
  }

  @Test
  void givesOptionalFieldsTheirDefaults() {
    create(NEW_TICKET.without("status").without("priority").without("assignee_id"));
    create(NEW_TICKET.with("status", "null").with("priority", "null").with("assignee_id", "null"));

    Assertions.assertThat(useCase.asked())
        .hasSize(2)
        .allSatisfy(
            command -> {
              Assertions.assertThat(command.details().status()).isEqualTo(TicketStatus.NEW);
              Assertions.assertThat(command.details().priority()).isEqualTo(Priority.NORMAL);
              Assertions.assertThat(command.details().assigneeId()).isEmpty();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"employee_id", "title", "description"})
  void needsEveryRequiredField(String field) {
    needs(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          employee_id | 0                 | range
          employee_id | -1                | range
          assignee_id | 0                 | range
          assignee_id | -9223372036854775808 | range
          title       | "ab"              | too_short
          title       | "   "             | blank
          title       | "On\\nfire"       | control_character
          title       | "On fire\\u0000"  | control_character
          title       | "On fire \\ud83d" | encoding
          description | ""                | too_short
          description | "\\n"             | blank
          description | "a\\u0000"        | control_character
          description | "a\\udc00"        | encoding
          status      | "done"            | unknown_value
          status      | "NEW"             | unknown_value
          status      | ""                | unknown_value
          priority    | "highest"         | unknown_value
          priority    | "Low"             | unknown_value
          """)
  void refusesWhatTheRulesForbid(String field, String value, String code) {
    refuses(NEW_TICKET.with(field, value), "/" + field + " " + code);
  }

  @Test
  void countsCharactersAsPeopleDo() {
    assertThat(create(NEW_TICKET.with("title", '"' + "🔥".repeat(200) + '"'))).hasStatus(201);
    refuses(NEW_TICKET.with("title", '"' + "🔥".repeat(201) + '"'), "/title too_long");
    assertThat(create(NEW_TICKET.with("description", '"' + "x".repeat(10_000) + '"')))
        .hasStatus(201);
    refuses(
        NEW_TICKET.with("description", '"' + "x".repeat(10_001) + '"'), "/description too_long");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          employee_id | "12"
          employee_id | ""
          employee_id | 1.9
          employee_id | 1e-3
          employee_id | 1e19
          employee_id | 1e400
          employee_id | true
          employee_id | [12]
          employee_id | {}
          employee_id | 9223372036854775808
          employee_id | -9223372036854775809
          assignee_id | "8"
          assignee_id | 8.5
          title       | 5
          title       | false
          title       | ["The printer"]
          title       | {"text": "x"}
          status      | 1
          status      | true
          priority    | 0
          priority    | ["low"]
          """)
  void turnsNoTypeIntoAnother(String field, String value) {
    String body = "{\"" + field + "\": " + value + "}";

    assertThat(ports.api().post("/api/v1/tickets").as(SUPPORT).json(body).send())
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults("/" + field + " type");
    Assertions.assertThat(useCase.asked()).isEmpty();
  }

  @Test
  void namesEveryFaultAtOnce() {
    refuses(
        Body.of(
            """
            {"id": 1, "owner_id": 7, "employee_id": 0, "title": "", "status": "done",
             "priority": "none", "assignee_id": -1}
            """),
        "/id read_only",
        "/owner_id read_only",
        "/employee_id range",
        "/title too_short",
        "/description required",
        "/status unknown_value",
        "/priority unknown_value",
        "/assignee_id range");
  }

  @Test
  void refusesFieldsThatDoNotExist() {
    refuses(
        ProblemType.UNKNOWN_FIELD, NEW_TICKET.with("employeeId", "7"), "/employeeId unknown_field");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "owner_id", "created_at", "external_id", "employee", "highlights"})
  void refusesFieldsThatCannotBeWritten(String field) {
    refuses(ProblemType.READ_ONLY, NEW_TICKET.with(field, "7"), "/" + field + " read_only");
  }

  @ParameterizedTest
  @CsvSource({"8.0, 8", "1e3, 1000", "9007199254740993.0, 9007199254740993"})
  void takesANumberForWholeWhoseFractionIsZero(String written, long id) {
    String body =
        "{\"title\": \"Fire\", \"description\": \"Help\", \"employee_id\": " + written + "}";

    assertThat(ports.api().post("/api/v1/tickets").as(SUPPORT).json(body).send()).hasStatus(201);

    Assertions.assertThat(useCase.asked().getFirst().details().employeeId())
        .isEqualTo(new EmployeeId(id));
  }

  @Test
  void pointsAtTheTagAtFault() {
    refuses(
        NEW_TICKET.with("tags", "[\"vpn\", \"two words\", null, \"ok\"]"),
        "/tags/1 format",
        "/tags/2 required");
  }

  @Test
  void pointsAtAnEmployeeWhoIsNone() {
    useCase.answers(new CreateTicket.Result.UnknownEmployee());

    assertThat(create(NEW_TICKET))
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/employee_id unknown");
  }

  @Test
  void pointsAtAnAssigneeWhoCannotWorkOnIt() {
    useCase.answers(new CreateTicket.Result.UnsuitableAssignee());

    assertThat(create(NEW_TICKET))
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/assignee_id unsuitable");
  }

  @Test
  void knowsNoCallerWhoWasDeletedMeanwhile() {
    useCase.answers(new CreateTicket.Result.CallerGone());

    assertThat(create(NEW_TICKET))
        .isProblem(ProblemType.INVALID_TOKEN)
        .hasHeader("WWW-Authenticate", "Bearer realm=\"hexdesk\", error=\"invalid_token\"");
  }

  @Test
  void tellsWhyTheUseCaseRefused() {
    useCase.answers(
        new CreateTicket.Result.Denied(new MissingPermission(Permission.TICKET_CREATE)));

    assertThat(create(NEW_TICKET))
        .isProblem(ProblemType.PERMISSION_DENIED)
        .hasMember("permission", "ticket:create");
  }
}
