package dev.hexdesk.bootstrap.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hexdesk.bootstrap.journey.PermissionTableRow.Open;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/** The contract's permissions by default, written down by hand: who may do what. */
final class Contract {
  private static final Set<String> ADMIN = Set.of("admin");
  private static final Set<String> MANAGERS = Set.of("admin", "manager");
  private static final Set<String> STAFF = Set.of("admin", "manager", "support");
  private static final Set<String> EVERYBODY = Set.of("admin", "manager", "support", "none");

  private final List<PermissionTableRow> grants = new ArrayList<>();
  private final ServerFixture given;
  private final String user;

  private Contract(ServerFixture given) {
    this.given = given;
    this.user = "/users/" + given.userId("support");
  }

  static List<PermissionTableRow> grants(ServerFixture given) {
    Contract contract = new Contract(given);
    contract.addAuthentication();
    contract.addUsers();
    contract.addUserAttributes();
    contract.addEmployees();
    contract.addTickets();
    contract.addWorkOnSeveral();
    contract.addComments();
    return contract.grants;
  }

  private void addAuthentication() {
    Map<String, String> login = Map.of("username", "admin", "password", Installation.PASSWORD);
    ObjectNode passwords =
        Json.object("current_password", "Wrong#Horse7").put("new_password", "Other#Horse8");
    open("GET /problems/{code}", Open.TO_EVERYBODY, 200, as -> as.get("/problems/not_found"));
    open("GET /health", Open.TO_EVERYBODY, 200, as -> as.get("/health"));
    open("POST /token", Open.TO_EVERYBODY, 200, as -> as.postForm("/token", login));
    open("GET /me", Open.TO_DISABLED, 200, as -> as.get("/me"));
    open("GET /status", Open.TO_DISABLED, 200, as -> as.get("/status"));
    // That the password is wrong is told to those alone who may change theirs.
    open("PUT /me/password", Open.TO_NOBODY, 403, as -> as.put("/me/password", passwords));
  }

  private void addUsers() {
    String read = "users:read";
    String write = "users:write";
    ObjectNode password = Json.object("new_password", "Other#Horse8");
    add("GET /users", MANAGERS, read, 200, as -> as.get("/users"));
    add("POST /users", ADMIN, write, 201, as -> as.post("/users", ServerFixture.userBody()));
    add("GET /users/{id}", MANAGERS, read, 200, as -> as.get(user));
    add(
        "PUT /users/{id}",
        ADMIN,
        write,
        200,
        as -> as.put(user, ServerFixture.userBody().without("password")));
    add("DELETE /users/{id}", ADMIN, write, 204, as -> as.delete("/users/" + given.userId()));
    add("PUT /users/{id}/password", ADMIN, write, 204, as -> as.put(user + "/password", password));
  }

  private void addUserAttributes() {
    attribute("first_name", MANAGERS, () -> Json.object("first_name", "Ann"));
    attribute("last_name", MANAGERS, () -> Json.object("last_name", "Lee"));
    attribute("phone", MANAGERS, () -> Json.object("phone", ServerFixture.phone()));
    attribute(
        "email", MANAGERS, () -> Json.object("email", ServerFixture.username() + "@example.org"));
    attribute("disabled", MANAGERS, () -> Json.object("disabled", true));
    attribute("login_denied", MANAGERS, () -> Json.object("login_denied", true));
    attribute("username", ADMIN, () -> Json.object("username", ServerFixture.username()));
    attribute("roles", ADMIN, () -> Json.roles("manager"));
  }

  private void addEmployees() {
    String read = "employees:read";
    String write = "employees:write";
    Supplier<String> employee = () -> "/employees/" + given.employee();
    Supplier<ObjectNode> body = ServerFixture::employeeBody;
    add("GET /employees", STAFF, read, 200, as -> as.get("/employees"));
    add("POST /employees", MANAGERS, write, 201, as -> as.post("/employees", body.get()));
    add("GET /employees/{id}", STAFF, read, 200, as -> as.get(employee.get()));
    add("PUT /employees/{id}", MANAGERS, write, 200, as -> as.put(employee.get(), body.get()));
    add(
        "PATCH /employees/{id}",
        MANAGERS,
        write,
        200,
        as -> as.patch(employee.get(), Json.object("city", "Львів")));
    add("DELETE /employees/{id}", MANAGERS, write, 204, as -> as.delete(employee.get()));
    add(
        "POST /employees/import",
        MANAGERS,
        write,
        200,
        as -> Files.csv(as, "/employees/import", Files.employee("E")));
    add(
        "POST /employees/{id}/erasure",
        MANAGERS,
        write,
        202,
        as -> as.post(employee.get() + "/erasure", Json.object()));
    grants.add(
        new PermissionTableRow(
            "GET /employees/{id}/personal-data",
            "",
            MANAGERS,
            Set.of(read, write, "tickets:read"),
            Open.TO_NOBODY,
            200,
            as -> as.get(employee.get() + "/personal-data")));
    grants.add(
        new PermissionTableRow(
            "GET /employees/{id}/tickets",
            "",
            STAFF,
            Set.of(read, "tickets:read"),
            Open.TO_NOBODY,
            200,
            as -> as.get(employee.get() + "/tickets")));
  }

  private void addTickets() {
    String read = "tickets:read";
    String write = "tickets:write";
    Supplier<String> ticket = () -> "/tickets/" + given.ticket(given.admin());
    Supplier<ObjectNode> body = () -> ServerFixture.ticketBody(given.employee());
    add("GET /tickets", STAFF, read, 200, as -> as.get("/tickets"));
    add("POST /tickets", STAFF, write, 201, as -> as.post("/tickets", body.get()));
    add(
        "GET /tickets/stats",
        STAFF,
        read,
        200,
        as -> as.get("/tickets/stats?group_by=status&to=2026-01-01T00:00:00Z"));
    add("GET /tickets/{id}", STAFF, read, 200, as -> as.get(ticket.get()));
    add("PUT /tickets/{id}", STAFF, write, 200, as -> as.put(ticket.get(), body.get()));
    add(
        "PATCH /tickets/{id}",
        STAFF,
        write,
        200,
        as -> as.patch(ticket.get(), Json.object("priority", "low")));
    add("DELETE /tickets/{id}", STAFF, write, 204, as -> as.delete(ticket.get()));
    add("GET /tickets/{id}/history", STAFF, read, 200, as -> as.get(ticket.get() + "/history"));
    add("GET /tags", STAFF, read, 200, as -> as.get("/tags"));
    add(
        "PUT /tickets/{id}/assignee",
        STAFF,
        write,
        200,
        as -> as.put(ticket.get() + "/assignee", Json.object().put("user_id", given.admin().id())));
    add(
        "DELETE /tickets/{id}/assignee",
        STAFF,
        write,
        204,
        as -> as.delete(ticket.get() + "/assignee"));
  }

  private void addComments() {
    String read = "tickets:read";
    String write = "tickets:write";
    Supplier<String> comments = () -> "/tickets/" + given.ticket(given.admin()) + "/comments";
    ObjectNode body = Json.object("body", "It burns").put("visibility", "public");
    Supplier<String> comment =
        () -> {
          String path = comments.get();
          return path + "/" + given.comment(path, body);
        };
    add("GET /tickets/{id}/comments", STAFF, read, 200, as -> as.get(comments.get()));
    add("POST /tickets/{id}/comments", STAFF, write, 201, as -> as.post(comments.get(), body));
    add("GET /tickets/{id}/comments/{comment_id}", STAFF, read, 200, as -> as.get(comment.get()));
    // Nobody but its author may change a comment, so it is tried with one that is not there.
    add(
        "PATCH /tickets/{id}/comments/{comment_id}",
        STAFF,
        write,
        404,
        as -> as.patch(comments.get() + "/999999999", Json.object("body", "Less")));
    add(
        "DELETE /tickets/{id}/comments/{comment_id}",
        ADMIN,
        write,
        204,
        as -> as.delete(comment.get()));
    add(
        "POST /tickets/import",
        MANAGERS,
        write,
        200,
        as -> Files.csv(as, "/tickets/import", Files.ticket("T", given.employee())));
  }

  private void addWorkOnSeveral() {
    String write = "tickets:write";
    Supplier<String> ticket = () -> "/tickets/" + given.ticket(given.admin());
    add(
        "GET /tickets/{id}/links",
        STAFF,
        "tickets:read",
        200,
        as -> as.get(ticket.get() + "/links"));
    Supplier<String> link = () -> ticket.get() + "/links/" + given.ticket(given.admin());
    ObjectNode related = Json.object("type", "related");
    add("PUT /tickets/{id}/links/{other}", STAFF, write, 201, as -> as.put(link.get(), related));
    add("DELETE /tickets/{id}/links/{other}", STAFF, write, 204, as -> as.delete(link.get()));
    add("POST /tickets/bulk", STAFF, write, 207, as -> as.post("/tickets/bulk", deletion()));
    add("POST /tickets/{id}/merge", STAFF, write, 200, this::merge);
  }

  private ObjectNode deletion() {
    ObjectNode bulk = Json.object("atomic", false);
    bulk.putArray("operations").add(Json.object("op", "delete").put("id", 999_999_999));
    return bulk;
  }

  private ServerResponse merge(TestClient as) {
    TestClient admin = given.asAdmin();
    long employee = given.employee();
    long source = admin.post("/tickets", ServerFixture.ticketBody(employee)).expect(201).id();
    long target = admin.post("/tickets", ServerFixture.ticketBody(employee)).expect(201).id();
    return as.post("/tickets/" + source + "/merge", Json.object().put("into", target));
  }

  private void open(
      String operation, Open open, int status, Function<TestClient, ServerResponse> attempt) {
    grants.add(new PermissionTableRow(operation, "", EVERYBODY, Set.of(), open, status, attempt));
  }

  private void add(
      String operation,
      Set<String> roles,
      String scope,
      int status,
      Function<TestClient, ServerResponse> attempt) {
    grants.add(
        new PermissionTableRow(
            operation, "", roles, Set.of(scope), Open.TO_NOBODY, status, attempt));
  }

  private void attribute(String name, Set<String> roles, Supplier<? extends JsonNode> change) {
    grants.add(
        new PermissionTableRow(
            "PATCH /users/{id}",
            name,
            roles,
            Set.of("users:write"),
            Open.TO_NOBODY,
            200,
            as -> as.patch(user, change.get())));
  }
}
