import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hexdesk.client.ApiClient;
import dev.hexdesk.client.ApiException;
import dev.hexdesk.client.ApiResponse;
import dev.hexdesk.client.api.AuthenticationApi;
import dev.hexdesk.client.api.EmployeesApi;
import dev.hexdesk.client.api.TicketsApi;
import dev.hexdesk.client.model.Employee;
import dev.hexdesk.client.model.EmployeeInput;
import dev.hexdesk.client.model.Problem;
import dev.hexdesk.client.model.Ticket;
import dev.hexdesk.client.model.TicketInput;
import dev.hexdesk.client.model.TicketPage;
import dev.hexdesk.client.model.TicketPatch;
import dev.hexdesk.client.model.TicketPriority;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A journey through the API with the client that openapi-generator makes for Java. */
final class Journey {
  private static final int TICKETS = 5;

  private final ApiClient client = new ApiClient();
  private final EmployeesApi employees;
  private final TicketsApi tickets;

  private Journey(String url, String username, String password) throws ApiException {
    client.updateBaseUri(url);
    String token =
        new AuthenticationApi(client)
            .issueToken(username, password, "password", null, null, null)
            .getAccessToken();
    client.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
    employees = new EmployeesApi(client);
    tickets = new TicketsApi(client);
  }

  public static void main(String[] arguments) throws ApiException, JsonProcessingException {
    new Journey(
            System.getenv("DESK_URL"),
            System.getenv("DESK_USERNAME"),
            System.getenv("DESK_PASSWORD"))
        .walk();
  }

  private void walk() throws ApiException, JsonProcessingException {
    EmployeeInput person =
        new EmployeeInput().firstName("Zoë").lastName("O’Neil").email("zoe.java@example.org");
    Employee zoe = employees.createEmployee(person, null);
    List<Ticket> created = new ArrayList<>();
    for (int number = 1; number <= TICKETS; number++) {
      TicketInput wanted =
          new TicketInput()
              .employeeId(zoe.getId())
              .title("Printer " + number + " burns")
              .description("Flames are blue.");
      created.add(tickets.createTicket(wanted, null));
    }
    expect(created.getFirst().getAssigneeId(), null);
    expect(allOf(zoe), created);
    changeOnce(created.getFirst().getId());

    for (Ticket ticket : created) {
      tickets.deleteTicket(ticket.getId(), null);
    }
    employees.deleteEmployee(zoe.getId(), null);
    expect(
        problemOf(() -> employees.getEmployee(zoe.getId(), null, null, null)).getCode(),
        "not_found");
  }

  /** Where a page's next cursor is null, it was the last one. */
  private List<Ticket> allOf(Employee employee) throws ApiException {
    List<Ticket> all = new ArrayList<>();
    String cursor = null;
    do {
      TicketPage page =
          tickets.listTickets(
              TicketsApi.APIListTicketsRequest.newBuilder()
                  .employeeId(employee.getId())
                  .limit(2)
                  .cursor(cursor)
                  .build());
      all.addAll(page.getItems());
      cursor = page.getNextCursor();
    } while (cursor != null);
    return all;
  }

  /**
   * The first change names the version that was seen, and is made; the second names it again, and
   * comes too late.
   */
  private void changeOnce(Long id) throws ApiException, JsonProcessingException {
    String seen = etag(tickets.getTicketWithHttpInfo(id, null, null, null));
    TicketPatch urgent = new TicketPatch().priority(TicketPriority.URGENT);

    ApiResponse<Ticket> changed = tickets.changeTicketWithHttpInfo(id, urgent, seen);
    expect(changed.getData().getPriority(), TicketPriority.URGENT);
    expect(etag(changed).equals(seen), false);

    Problem problem = problemOf(() -> tickets.changeTicket(id, urgent, seen));
    expect(problem.getStatus(), 412);
    expect(problem.getCode(), "precondition_failed");
  }

  private static String etag(ApiResponse<?> answer) {
    return answer.getHeaders().get("etag").getFirst();
  }

  private interface Request {
    void send() throws ApiException;
  }

  private Problem problemOf(Request request) throws JsonProcessingException {
    try {
      request.send();
    } catch (ApiException refused) {
      return client.getObjectMapper().readValue(refused.getResponseBody(), Problem.class);
    }
    throw new AssertionError("it was not refused");
  }

  private static void expect(Object got, Object wanted) {
    if (!Objects.equals(got, wanted)) {
      throw new AssertionError(got + " instead of " + wanted);
    }
  }
}
