package dev.hexdesk.rest.employee;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static dev.hexdesk.rest.employee.EmployeeSamples.ZOYA;
import static dev.hexdesk.rest.employee.EmployeeSamples.ZOYA_READ;
import static dev.hexdesk.rest.testing.Callers.SUPPORT;
import static dev.hexdesk.rest.testing.Callers.actorOf;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;

import dev.hexdesk.application.employee.ShowEmployee;
import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.application.ticket.ShowEmployeeWithTickets.EmployeeWithTickets;
import dev.hexdesk.domain.access.Decision.MissingScope;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.ticket.TicketBuilder;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Call;
import dev.hexdesk.rest.testing.ScriptedUseCase;
import dev.hexdesk.rest.testing.TestResponse;
import java.util.Arrays;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadEmployeeTest {
  private final EmployeePorts ports = new EmployeePorts();
  private final ScriptedUseCase<ShowEmployee.Query, ReadResult<Employee>> useCase =
      new ScriptedUseCase<>();

  ReadEmployeeTest() {
    ports.show = useCase::run;
  }

  private void outcome(ReadResult<EmployeeWithTickets> result) {
    ports.showWithTickets = query -> result;
  }

  private Call read(String query) {
    return ports.api().get("/api/v1/employees/12" + query).as(SUPPORT);
  }

  private static ReadResult<EmployeeWithTickets> with(TicketBuilder... tickets) {
    return new ReadResult.Found<>(
        new EmployeeWithTickets(
            ZOYA, Arrays.stream(tickets).map(ticket -> ticket.forEmployee(ZOYA).build()).toList()));
  }

  @Test
  void showsTheEmployee() {
    useCase.answers(new ReadResult.Found<>(ZOYA));

    assertThat(read("").send())
        .hasStatus(200)
        .hasHeader("ETag", "\"3\"")
        .hasHeader("Cache-Control", "private, no-cache")
        .hasJson(ZOYA_READ);
    Assertions.assertThat(useCase.asked())
        .containsExactly(new ShowEmployee.Query(actorOf(SUPPORT), new EmployeeId(12)));
  }

  @Test
  void showsNullForWhatIsNotKnown() {
    useCase.answers(new ReadResult.Found<>(anEmployee().withId(12).build()));

    assertThat(read("").send())
        .hasStatus(200)
        .hasJson(
            """
            {"id": 12, "first_name": "Ірина", "last_name": "Ґалаґан", "nick_name": null,
             "phone": "%s", "phone_extension": null, "email": "Ірина.Ґалаґан@work.example", "birthday": null,
             "country": null, "city": null, "address": null, "external_id": null,
             "created_at": "2026-11-23T12:00:00.000Z", "updated_at": "2026-11-23T12:00:00.000Z", "erased_at": null}
            """
                .formatted(anEmployee().build().profile().phone().orElseThrow()));
  }

  @Test
  void showsTheNewestTicketsToWhoAsksForThem() {
    outcome(with(aTicket().withId(301), aTicket().withId(300)));

    var answer = read("?expand=tickets").send();

    assertThat(answer).hasStatus(200);
    Assertions.assertThat(answer.json().path("tickets")).hasSize(2);
    Assertions.assertThat(answer.json().at("/tickets/0/id").asLong()).isEqualTo(301);
  }

  @Test
  void showsThatThereAreNoTickets() {
    outcome(with());

    assertThat(read("?expand=tickets").send()).hasMember("tickets", TestResponse.json("[]"));
  }

  @Test
  void tagsTheTicketsAlong() {
    outcome(with(aTicket().withId(301)));
    String before = read("?expand=tickets").send().header("ETag").orElseThrow();
    assertThat(read("?expand=tickets").ifNoneMatch(before).send()).hasStatus(304);

    outcome(with(aTicket().withId(301).withVersion(2)));

    assertThat(read("?expand=tickets").ifNoneMatch(before).send()).hasStatus(200);
  }

  @Test
  void tagsTicketsApartThatDifferInIdAndVersion() {
    outcome(with(aTicket().withId(5).withVersion(1)));
    String before = read("?expand=tickets").send().header("ETag").orElseThrow();

    outcome(with(aTicket().withId(4).withVersion(32)));

    assertThat(read("?expand=tickets").ifNoneMatch(before).send()).hasStatus(200);
  }

  /** Every node behind one address must give the same version the same tag. */
  @Test
  void tagsTicketsAlikeInEveryProcess() {
    outcome(with(aTicket().withId(301)));

    assertThat(read("?expand=tickets").send()).hasHeader("ETag", "\"3-1vx-r2wng9k\"");
  }

  @ParameterizedTest
  @CsvSource({"expand=ticket", "expand=", "expand=TICKETS", "expand='tickets,tickets'"})
  void expandsNothingElse(String query) {
    assertThat(read("?" + query).send())
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults("expand unknown_value");
  }

  @Test
  void knowsNoSuchEmployee() {
    useCase.answers(new ReadResult.Unknown<>());
    outcome(new ReadResult.Unknown<>());

    assertThat(read("").send()).isProblem(ProblemType.NOT_FOUND);
    assertThat(read("?expand=tickets").send()).isProblem(ProblemType.NOT_FOUND);
  }

  @Test
  void tellsThatTicketsNeedAScopeOfTheirOwn() {
    outcome(new ReadResult.Denied<>(new MissingScope(Permission.TICKET_READ, Scope.TICKETS_READ)));

    assertThat(read("?expand=tickets").send())
        .isProblem(ProblemType.INSUFFICIENT_SCOPE)
        .hasMember("permission", "ticket:read")
        .hasMember("scope", "tickets:read")
        .hasHeader(
            "WWW-Authenticate",
            "Bearer realm=\"hexdesk\", error=\"insufficient_scope\", scope=\"tickets:read\"");
  }
}
