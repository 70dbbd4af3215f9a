package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many rows at once, out of the running server and into it. */
@Order(1)
@Timeout(300)
class TransferTest extends Journey {
  private static final String EMPLOYEES = "/employees/import";
  private static final String TICKETS = "/tickets/import";

  /** A tenth of what the configuration allows by default, and many of the import's batches. */
  private static final int MOST_ROWS = Integer.getInteger("hexdesk.transfer.rows", 10_000);

  /** Makes an export of so many rows more than the buffers between server and client hold. */
  private static final String LONG_WORD = "x".repeat(1_000);

  private static void expectCounts(
      ServerResponse answer, long created, long updated, long unchanged) {
    JsonNode report = answer.expect(200).json();
    assertThat(report.path("created").longValue()).as("%s", answer).isEqualTo(created);
    assertThat(report.path("updated").longValue()).as("%s", answer).isEqualTo(updated);
    assertThat(report.path("unchanged").longValue()).as("%s", answer).isEqualTo(unchanged);
    assertThat(report.path("rows").longValue()).isEqualTo(created + updated + unchanged);
  }

  @Test
  void anExportHasAllThatMatchesAndNoFormulas() {
    String city = "=" + ServerFixture.username();
    for (int i = 0; i < 120; i++) {
      as(admin).post("/employees", ServerFixture.employeeBody().put("city", city)).expect(201);
    }

    ServerResponse file =
        Files.export(as(admin), "/employees?city=" + TestClient.encoded(city) + "&sort=-id")
            .expect(200);

    assertThat(file.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
    assertThat(file.header("Content-Disposition"))
        .isEqualTo("attachment; filename=\"employees.csv\"");
    assertThat(file.text())
        .startsWith("id,external_id,first_name,last_name,nick_name,phone,phone_extension,email,")
        .contains("\r\n")
        .contains(",'+38050")
        .contains(",'" + city + ",")
        .contains("Ґалаґан");
    assertThat(file.text().split("\r\n")).hasSize(121);
    expectCounts(Files.csv(as(admin), EMPLOYEES, file.text()), 0, 0, 120);
  }

  @Test
  void anExportHasNoPages() {
    Files.export(as(admin), "/tickets?limit=5").expectProblem(400, "malformed_request");
    Files.export(as(admin), "/employees?include_total=true")
        .expectProblem(400, "malformed_request");
    assertThat(as(admin).with("Accept", "*/*").get("/tickets").header("Content-Type"))
        .isEqualTo("application/json");
    ServerResponse head = as(admin).with("Accept", "text/csv").send("HEAD", "/tickets").expect(200);
    assertThat(head.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
    assertThat(head.body()).isEmpty();
  }

  @Test
  void theirAddressesAreNoIds() {
    for (String path : List.of(EMPLOYEES, TICKETS, "/tickets/bulk")) {
      for (String method : List.of("GET", "PUT", "PATCH", "DELETE")) {
        ServerResponse answer =
            as(admin).send(method, path).expectProblem(405, "method_not_allowed");

        assertThat(answer.header("Allow")).isEqualTo("OPTIONS,POST");
      }
    }
  }

  @Test
  void aHeadTellsTheRightLengthOrNone() {
    String city = "?city=" + ServerFixture.username();
    for (int i = 0; i < 50; i++) {
      as(admin)
          .post(
              "/employees",
              ServerFixture.employeeBody()
                  .put("city", city.substring(6))
                  .put("address", "Long Street ".repeat(16).strip()))
          .expect(201);
    }
    String one = "/employees?city=" + ServerFixture.username();
    ServerResponse counted = as(admin).send("HEAD", one).expect(200);
    assertThat(counted.header("Content-Length"))
        .isEqualTo(String.valueOf(as(admin).get(one).body().length));
    for (String type : List.of("application/json", "text/csv")) {
      TestClient as = as(admin).with("Accept", type);
      ServerResponse uncounted = as.send("HEAD", "/employees" + city).expect(200);
      assertThat(uncounted.header("Content-Length")).isEmpty();
      assertThat(uncounted.header("Content-Type")).startsWith(type);
    }
  }

  @Test
  void whatWasExportedCanBeImportedUnchangedByWhoeverMayImport() {
    long employee = given.employee();
    as(given.support())
        .post(
            "/tickets",
            ServerFixture.ticketBody(employee)
                .put("title", "-1 \"quoted\"; '=2;'=3;=4")
                .put("description", "'=1+1\nand, more\r\n")
                .put("status", "closed"))
        .expect(201);
    String path = "/tickets?employee_id=" + employee;
    String file = Files.export(as(given.support()), path).expect(200).text();

    expectCounts(Files.csv(as(given.manager()), TICKETS, file), 0, 0, 1);
    expectCounts(Files.csv(as(admin), TICKETS, "\uFEFF" + file), 0, 0, 1);
    ServerResponse changed =
        Files.csv(as(given.manager()), TICKETS, file.replace(",closed,", ",pending,"));
    expectCounts(changed, 0, 1, 0);
    long id = as(admin).get(path).ids().getFirst();
    JsonNode ticket = as(admin).get("/tickets/" + id).json();
    assertThat(ticket.path("status").textValue()).isEqualTo("pending");
    assertThat(ticket.path("title").textValue()).isEqualTo("-1 \"quoted\"; '=2;'=3;=4");
    assertThat(ticket.path("description").textValue()).isEqualTo("'=1+1\nand, more\r\n");
    assertThat(ticket.path("closed_at").isNull()).as("%s", ticket).isTrue();
    assertThat(as(admin).get("/tickets/" + id + "/history").text())
        .contains("imported", "\"pending\"");
  }

  @Test
  void aRowIsKnownByItsExternalId() {
    long employee = given.employee();
    String file = Files.ticket("OLD", employee);

    expectCounts(Files.csv(as(admin), TICKETS + "?dry_run=true", file), 1, 0, 0);
    assertThat(as(admin).get("/tickets?employee_id=" + employee).ids()).isEmpty();
    expectCounts(Files.csv(as(admin), TICKETS, file), 1, 0, 0);
    expectCounts(Files.csv(as(admin), TICKETS, file), 0, 0, 1);
    expectCounts(Files.csv(as(admin), TICKETS, file.replace("Again", "Once more")), 0, 1, 0);

    assertThat(as(admin).get("/tickets?employee_id=" + employee).ids()).hasSize(1);
  }

  @Test
  void whatAnotherSystemCallsAnEmployeeIsTold() {
    String line = Files.employeeLine("HR");
    expectCounts(Files.csv(as(admin), EMPLOYEES, Files.EMPLOYEES + line), 1, 0, 0);
    String phone = line.split(",")[3].substring(1);
    String path = "/employees?phone=" + TestClient.encoded(phone);
    JsonNode employee = as(admin).get(path).json().at("/items/0");

    String file = Files.export(as(admin), path).expect(200).text();

    assertThat(employee.path("external_id").textValue()).startsWith("HR");
    assertThat(file).contains("," + employee.path("external_id").textValue() + ",");
    expectCounts(Files.csv(as(admin), EMPLOYEES, file), 0, 0, 1);
    long id = employee.path("id").longValue();
    JsonNode kept =
        as(admin).patch("/employees/" + id, Json.object("city", "Lviv")).expect(200).json();
    assertThat(kept.path("external_id")).isEqualTo(employee.path("external_id"));
  }

  @Test
  void allFaultsAreToldByLineAndNothingIsKept() {
    String name = ServerFixture.username();
    String good = Files.employeeLine("G");
    String phone = good.split(",")[3].substring(1);
    String file =
        Files.EMPLOYEES
            + good
            + "X1,4nn,Lee,12,%s@example.com\r\n".formatted(name)
            + "X2,\"Ann\r\n4\",Lee,+%s,%s2@example.com\r\n".formatted(phone.substring(1), name)
            + "X3,Ann\r\n"
            + "X4,Ann,Lee,%s,%s3@example.com\r\n".formatted(phone, name);

    ServerResponse answer = Files.csv(as(admin), EMPLOYEES, file);

    answer.expectProblem(422, "validation_failed");
    assertThat(answer.pointers())
        .containsExactly("/3/first_name", "/3/phone", "/4/first_name", "/6", "/7/phone");
    assertThat(answer.json().path("errors").get(4).path("line").longValue()).isEqualTo(7);
    assertThat(answer.json().path("errors").get(4).path("code").textValue()).isEqualTo("duplicate");
    assertThat(answer.json().path("error_count").longValue()).isEqualTo(5);
    assertThat(
            as(admin)
                .get("/employees?phone=" + TestClient.encoded(phone))
                .json()
                .path("items")
                .size())
        .isZero();
  }

  @Test
  void ofVeryManyFaultsTheFirstAreTold() {
    StringBuilder file = new StringBuilder(Files.TICKETS);
    for (int i = 0; i < 1500; i++) {
      file.append(",No paper,Again,999999999999\r\n");
    }

    ServerResponse answer = Files.csv(as(admin), TICKETS, file.toString());

    answer.expectProblem(422, "validation_failed");
    assertThat(answer.json().path("error_count").longValue()).isEqualTo(1500);
    assertThat(answer.pointers())
        .hasSize(1000)
        .startsWith("/2/employee_id")
        .endsWith("/1001/employee_id");
  }

  @Test
  void whatIsTakenUnknownOrNotAllowedIsAFault() {
    long employee = given.employee();
    String email = as(admin).get("/employees/" + employee).text("email");
    String taken = Files.EMPLOYEES + "Q1,Ann,Lee," + ServerFixture.phone() + "," + email + "\r\n";
    assertThat(Files.csv(as(admin), EMPLOYEES, taken).expect(422).pointers())
        .containsExactly("/2/email");
    assertThat(Files.csv(as(admin), EMPLOYEES, "first_name,salary\r\n").expect(422).pointers())
        .containsExactly("/1/salary");
    String assigned =
        "title,description,employee_email,assignee,tags\r\n"
            + "No paper,Again,%s,nobody,VIP\r\n".formatted(email)
            + "No paper,Again,%s,support,\"vip, on-site\"\r\n".formatted(email);
    assertThat(Files.csv(as(admin), TICKETS, assigned).expect(422).pointers())
        .containsExactly("/2/assignee");
    expectCounts(Files.csv(as(admin), TICKETS, assigned.replace("nobody", "admin")), 2, 0, 0);
  }

  /** Two employees, of whom a file may say something else: their ids, numbers, names. */
  private record Pair(long first, long second, String[] phones, String[] names) {
    private static final String COLUMNS = "id,external_id,first_name,last_name,phone,email\r\n";

    /** A line on somebody: which id, external id, phone and e-mail of the pair's they get. */
    String line(String id, int externalId, int phone, int email) {
      return "%s,%s,Ann,Lee,%s,%s@example.com\r\n"
          .formatted(id, names[externalId], phones[phone], names[email]);
    }
  }

  private Pair pair() {
    String[] phones = new String[3];
    String[] names = new String[3];
    for (int i = 0; i < 3; i++) {
      phones[i] = ServerFixture.phone();
      names[i] = ServerFixture.username();
    }
    Pair pair = new Pair(0, 0, phones, names);
    String file = Pair.COLUMNS + pair.line("", 0, 0, 0) + pair.line("", 1, 1, 1);
    expectCounts(Files.csv(as(admin), EMPLOYEES, file), 2, 0, 0);
    return new Pair(idOf(phones[0]), idOf(phones[1]), phones, names);
  }

  private long idOf(String phone) {
    return as(admin)
        .get("/employees?phone=" + TestClient.encoded(phone))
        .json()
        .at("/items/0/id")
        .longValue();
  }

  @Test
  void employeesSwapWhatIsTheirsAlone() {
    Pair pair = pair();
    String first = Long.toString(pair.first());
    String second = Long.toString(pair.second());

    String phones = Pair.COLUMNS + pair.line("", 0, 1, 0) + pair.line("", 1, 0, 1);
    expectCounts(Files.csv(as(admin), EMPLOYEES + "?dry_run=true", phones), 0, 2, 0);
    expectCounts(Files.csv(as(admin), EMPLOYEES, phones), 0, 2, 0);
    assertThat(idOf(pair.phones()[0])).isEqualTo(pair.second());
    String emails = Pair.COLUMNS + pair.line("", 1, 0, 0) + pair.line("", 0, 1, 1);
    expectCounts(Files.csv(as(admin), EMPLOYEES, emails), 0, 2, 0);
    String ids = Pair.COLUMNS + pair.line(first, 1, 1, 1) + pair.line(second, 0, 0, 0);
    expectCounts(Files.csv(as(admin), EMPLOYEES, ids), 0, 2, 0);
    String back = Pair.COLUMNS + pair.line(first, 0, 0, 0) + pair.line(second, 1, 1, 1);
    expectCounts(Files.csv(as(admin), EMPLOYEES, back), 0, 2, 0);
    assertThat(idOf(pair.phones()[0])).isEqualTo(pair.first());
  }

  @Test
  void aNewcomerGetsWhatAnotherGivesAway() {
    Pair pair = pair();
    String first = Long.toString(pair.first());

    // Whether the newcomer stands before or behind who gives it away.
    String phone = Pair.COLUMNS + pair.line("", 0, 2, 0) + pair.line("", 2, 0, 2);
    expectCounts(Files.csv(as(admin), EMPLOYEES, phone), 1, 1, 0);
    Pair next = pair();
    String email = Pair.COLUMNS + next.line("", 2, 2, 0) + next.line("", 0, 0, 2);
    expectCounts(Files.csv(as(admin), EMPLOYEES, email), 1, 1, 0);
    pair.names()[2] = ServerFixture.username();
    pair.phones()[0] = ServerFixture.phone();
    String externalId = Pair.COLUMNS + pair.line("", 0, 0, 2) + pair.line(first, 2, 2, 0);
    expectCounts(Files.csv(as(admin), EMPLOYEES, externalId), 1, 1, 0);
    assertThat(idOf(pair.phones()[0])).isNotEqualTo(pair.first());
  }

  @Test
  void nobodyGetsWhatAnotherKeeps() {
    Pair pair = pair();
    String first = Long.toString(pair.first());

    // The other one is in the file, too, and keeps the number, or gives another value away.
    String phone = Pair.COLUMNS + pair.line("", 0, 1, 0) + pair.line("", 1, 1, 2);
    assertThat(Files.csv(as(admin), EMPLOYEES, phone).expect(422).pointers())
        .contains("/2/phone", "/3/phone");
    String externalId = Pair.COLUMNS + pair.line("", 2, 2, 2) + pair.line(first, 2, 0, 0);
    assertThat(Files.csv(as(admin), EMPLOYEES, externalId).expect(422).pointers())
        .containsExactly("/3/external_id");
    String chain = Pair.COLUMNS + pair.line("", 2, 0, 2) + pair.line("", 0, 1, 0);
    assertThat(Files.csv(as(admin), EMPLOYEES, chain).expect(422).pointers())
        .containsExactly("/3/phone");
  }

  @Test
  void ticketsSwapTheirExternalIds() {
    long employee = given.employee();
    String[] names = {ServerFixture.username(), ServerFixture.username(), ServerFixture.username()};
    String columns = "id,external_id,title,description,employee_id\r\n";
    String line = "%s,%s,No paper,Again," + employee + "\r\n";
    expectCounts(
        Files.csv(
            as(admin),
            TICKETS,
            columns + line.formatted("", names[0]) + line.formatted("", names[1])),
        2,
        0,
        0);
    List<Long> ids = as(admin).get("/tickets?sort=id&employee_id=" + employee).ids();

    String swap =
        columns + line.formatted(ids.get(0), names[1]) + line.formatted(ids.get(1), names[0]);
    expectCounts(Files.csv(as(admin), TICKETS, swap), 0, 2, 0);
    String handOver = columns + line.formatted("", names[1]) + line.formatted(ids.get(0), names[2]);
    expectCounts(Files.csv(as(admin), TICKETS, handOver), 1, 1, 0);
    String cleared = columns + line.formatted("", names[2]) + line.formatted(ids.get(0), "");
    expectCounts(Files.csv(as(admin), TICKETS, cleared), 1, 1, 0);
    String kept = columns + line.formatted(ids.get(0), names[0]);
    assertThat(Files.csv(as(admin), TICKETS, kept).expect(422).pointers())
        .containsExactly("/2/external_id");
  }

  @Test
  void momentsOfThePastAreForAdministrators() {
    long employee = given.employee();
    String file =
        "title,description,employee_id,status,created_at,closed_at\r\nNo paper,Again,%d,closed,%s,%s\r\n"
            .formatted(employee, "2020-01-02T03:04:05Z", "2020-01-03T03:04:05Z");

    assertThat(Files.csv(as(given.manager()), TICKETS, file).expect(422).pointers())
        .containsExactly("/2/closed_at", "/2/created_at");
    expectCounts(Files.csv(as(admin), TICKETS, file), 1, 0, 0);

    JsonNode ticket = as(admin).get("/tickets?employee_id=" + employee).json().at("/items/0");
    assertThat(ticket.path("created_at").textValue()).isEqualTo("2020-01-02T03:04:05.000Z");
    assertThat(ticket.path("updated_at").textValue()).isEqualTo("2020-01-03T03:04:05.000Z");
  }

  @Test
  void linesOfJsonAreTakenToo() {
    String name = ServerFixture.username();
    String file =
        "{\"external_id\": \"%s\", \"first_name\": \"Ann\", \"last_name\": \"Lee\", \"phone\": \"%s\","
                .formatted(name, ServerFixture.phone())
            + " \"email\": \"%s@example.com\", \"nick_name\": null}\n".formatted(name);

    expectCounts(Files.ndjson(as(admin), EMPLOYEES, file), 1, 0, 0);
    expectCounts(Files.ndjson(as(admin), EMPLOYEES, file), 0, 0, 1);
    assertThat(
            Files.ndjson(as(admin), EMPLOYEES, file + "[]\n{\"first_name\": {}}\n{\n")
                .expect(422)
                .pointers())
        .containsExactly("/2", "/3/first_name", "/4");
    as(admin).send("POST", EMPLOYEES, "{}").expectProblem(415, "unsupported_media_type");
  }

  /** {@code jq -c '.items[]'} makes such a file of a page. */
  @Test
  void whatTheApiShowsCanBeImportedAsItIs() {
    given.employee();
    given.ticket(given.user("support"));
    String tickets = lines(as(admin).get("/tickets?sort=-id&limit=1"));
    String employees = lines(as(admin).get("/employees?sort=-id&limit=2"));

    expectCounts(Files.ndjson(as(admin), TICKETS, tickets), 0, 0, 1);
    expectCounts(Files.ndjson(as(admin), EMPLOYEES, employees), 0, 0, 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1970-01-01T18:00:00+18:00", "9999-12-30T05:59:59.999-18:00"})
  void whatIsDueAtTheEndsOfTimeCanBeSentBackAndImported(String due) {
    String ticket = "/tickets/" + given.ticket(given.user("support"));
    as(admin).patch(ticket, Json.object("due_at", due)).expect(200);
    JsonNode shown = as(admin).get(ticket).expect(200).json();

    as(admin).patch(ticket, Json.object("due_at", shown.path("due_at").textValue())).expect(200);
    expectCounts(Files.ndjson(as(admin), TICKETS, shown + "\n"), 0, 0, 1);
  }

  private static String lines(ServerResponse page) {
    StringBuilder lines = new StringBuilder();
    page.expect(200).json().path("items").forEach(item -> lines.append(item).append('\n'));
    return lines.toString();
  }

  @Test
  void whatIsNoTextIsAFault() {
    byte[] latin = (Files.EMPLOYEES + "ä,").getBytes(StandardCharsets.ISO_8859_1);
    ServerResponse answer =
        as(admin)
            .with("Content-Type", "text/csv")
            .send("POST", EMPLOYEES, java.net.http.HttpRequest.BodyPublishers.ofByteArray(latin));
    assertThat(answer.expect(422).json().at("/errors/0/code").textValue()).isEqualTo("encoding");
    assertThat(Files.csv(as(admin), EMPLOYEES, "").expect(422).pointers()).containsExactly("/1");
  }

  /** On a server of its own: so many tickets would be in the way of others' lists. */
  @Test
  void asManyRowsAsMayBeComeInAndGoOutWhoeverGivesUpOnTheWay() throws Exception {
    Installation installation = Installation.prepared();
    installation.edit("mostRows: 100000", "mostRows: " + MOST_ROWS);
    try (TestServer server = TestServer.start(installation)) {
      ServerFixture fixture = server.given();
      TestClient administrator = fixture.asAdmin();
      long employee = fixture.employee();
      StringBuilder file = new StringBuilder(Files.TICKETS);
      for (int i = 0; i < MOST_ROWS; i++) {
        file.append("many").append(i).append(",No paper,").append(LONG_WORD);
        file.append(',').append(employee).append("\r\n");
      }
      expectCounts(Files.csv(administrator, TICKETS, file.toString()), MOST_ROWS, 0, 0);
      ServerResponse more =
          Files.csv(administrator, TICKETS, file + "x,No paper,Again," + employee + "\r\n");
      assertThat(more.expect(422).json().at("/errors/0/code").textValue())
          .isEqualTo("too_many_rows");

      String path = "/tickets?employee_id=" + employee;
      for (int i = 0; i < 2 * server.configuration().transfers().atOnce(); i++) {
        beginAndGoAway(server, path);
      }

      // The server gets to know that they are gone when it writes to them next.
      ServerResponse whole = Files.export(administrator, path);
      while (whole.status() == 503) {
        assertThat(whole.header("Retry-After")).isNotEmpty();
        whole = Files.export(administrator, path);
      }
      assertThat(whole.expect(200).text().lines().count()).isEqualTo(MOST_ROWS + 1);
    }
  }

  private static void beginAndGoAway(TestServer server, String path) throws Exception {
    try (Socket socket = new Socket("localhost", server.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("GET /api/v1%s HTTP/1.1\r\n"
                  + "Host: localhost\r\n"
                  + "Accept: text/csv\r\n"
                  + "Authorization: Bearer %s\r\n\r\n")
              .formatted(path, server.given().admin().token())
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      assertThat(socket.getInputStream().readNBytes(12)).asString().startsWith("HTTP/1.1 ");
      socket.setSoLinger(true, 0);
    }
  }

  @Test
  void anOperatorMovesFilesWithoutTheServersHelp() throws Exception {
    Path folder = desk.installation().folder();
    Path file = folder.resolve("people.csv");
    java.nio.file.Files.writeString(file, Files.employee("CLI"));

    Program.Ended tried = run("import", "employees", file.toString(), "--dry-run");
    Program.Ended first = run("import", "employees", file.toString());
    Program.Ended again = run("import", "employees", file.toString());
    Path all = folder.resolve("all.csv");
    Program.Ended out = run("export", "tickets", all.toString());
    Path link = java.nio.file.Files.createSymbolicLink(folder.resolve("link"), folder.resolve("x"));
    Program.Ended taken = run("export", "tickets", all.toString());
    Program.Ended astray = run("export", "tickets", link.toString());
    java.nio.file.Files.writeString(file, "first_name\r\n");
    Program.Ended faulty = run("import", "employees", file.toString(), "--as", "support");

    assertThat(tried.results()).as("%s", tried).contains("1 created", "dry run");
    assertThat(first.results()).as("%s", first).contains("1 row: 1 created, 0 updated");
    assertThat(again.results()).as("%s", again).contains("1 unchanged");
    assertThat(out.results()).as("%s", out).isEmpty();
    assertThat(out.messages()).contains("rows to " + all);
    assertThat(all).content().startsWith("id,external_id,title,");
    assertThat(java.nio.file.Files.getPosixFilePermissions(all))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    for (Program.Ended refused : List.of(taken, astray)) {
      assertThat(refused.code()).isEqualTo(1);
      assertThat(refused.messages()).contains("there already").doesNotContain("\tat ");
    }
    assertThat(all).content().startsWith("id,external_id,title,");
    assertThat(folder.resolve("x")).doesNotExist();
    assertThat(faulty.code()).isEqualTo(1);
    assertThat(faulty.messages()).contains("support is no administrator").doesNotContain("\tat ");
  }

  @Test
  void anOperatorMovesRowsThroughPipes() throws Exception {
    String row =
        "{\"external_id\": \"PIPE-1\", \"first_name\": \"Ann\", \"last_name\": \"Li\","
            + " \"phone\": \"+442071830099\", \"email\": \"pipe@example.com\"}\n";

    Program.Ended in = Program.runWith(row, desk.installation(), "import", "employees", "-");
    Program.Ended out = run("export", "employees", "-");
    Program.Ended back =
        Program.runWith(
            out.results(), desk.installation(), "import", "employees", "/dev/stdin", "--dry-run");

    assertThat(in.results()).as("%s", in).contains("1 row: 1 created");
    assertThat(out.results()).as("%s", out).startsWith("id,external_id,").contains(",PIPE-1,Ann");
    assertThat(out.results().lines()).allMatch(line -> line.contains(","));
    assertThat(out.messages()).contains("rows to standard output");
    assertThat(back.results()).as("%s", back).contains(" 0 created, 0 updated, ", "dry run");
  }

  private Program.Ended run(String... arguments) throws Exception {
    return Program.run(desk.installation(), arguments);
  }
}
