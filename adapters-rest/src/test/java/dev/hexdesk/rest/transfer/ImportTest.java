package dev.hexdesk.rest.transfer;

import static dev.hexdesk.rest.testing.Callers.MANAGER;
import static dev.hexdesk.rest.testing.Callers.actorOf;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.transfer.ImportCounts;
import dev.hexdesk.application.transfer.ImportErrors;
import dev.hexdesk.application.transfer.ImportRecord;
import dev.hexdesk.application.transfer.ImportRows;
import dev.hexdesk.application.transfer.RowReader;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Call;
import dev.hexdesk.rest.testing.TestResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImportTest {
  private static final ImportRecord ROW = ImportRecord.ofTexts(2, Map.of("phone", "+38050"));
  private static final String CSV = "phone\n'+38050\n";
  private static final String NDJSON = "\n{\"phone\": \"+38050\"}";

  /** What both use cases were asked. */
  private record Asked(Actor actor, boolean dryRun, List<ImportRecord> rows) {}

  private final TransferPorts ports = new TransferPorts();
  private final List<Asked> asked = new ArrayList<>();

  ImportTest() {
    ImportCounts counts = new ImportCounts(6, 1, 2, 3);
    ports.importEmployees =
        command -> {
          ask(command.actor(), command.dryRun(), command.rows());
          return new ImportRows.Result.Imported(counts);
        };
    ports.importTickets =
        command -> {
          ask(command.actor(), command.dryRun(), command.rows());
          return new ImportRows.Result.Imported(counts);
        };
  }

  private void ask(Actor actor, boolean dryRun, RowReader reader) {
    List<ImportRecord> rows = new ArrayList<>();
    reader.read(Set.of("phone"), rows::add, new ImportErrors());
    asked.add(new Asked(actor, dryRun, rows));
  }

  private Call call(String kind, String query, String type, String body) {
    return ports
        .api()
        .post("/api/v1/" + kind + "/import" + query)
        .as(MANAGER)
        .body(type, body.getBytes(UTF_8));
  }

  private TestResponse csv(String kind) {
    return call(kind, "", "text/csv", CSV).send();
  }

  @ParameterizedTest
  @ValueSource(strings = {"employees", "tickets"})
  void tellsWhatBecameOfTheRows(String kind) {
    assertThat(csv(kind))
        .hasStatus(200)
        .hasJson(
            "{\"rows\": 6, \"created\": 1, \"updated\": 2, \"unchanged\": 3, \"dry_run\": false}");
    assertThat(asked).containsExactly(new Asked(actorOf(MANAGER), false, List.of(ROW)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"employees", "tickets"})
  void triesAFileAlone(String kind) {
    assertThat(call(kind, "?dry_run=true", "text/csv", CSV).send())
        .hasStatus(200)
        .hasJson(
            "{\"rows\": 6, \"created\": 1, \"updated\": 2, \"unchanged\": 3, \"dry_run\": true}");
    assertThat(asked.getFirst().dryRun()).isTrue();
  }

  @Test
  void wantsToKnowForSureWhetherAFileIsOnlyTried() {
    assertThat(call("tickets", "?dry_run=yes", "text/csv", CSV).send())
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults("dry_run type");
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/x-ndjson", "application/x-ndjson;charset=utf-8"})
  void readsNdjson(String type) {
    for (String kind : List.of("employees", "tickets")) {
      assertThat(call(kind, "", type, NDJSON).send()).hasStatus(200);
      assertThat(asked.getLast().rows()).containsExactly(ROW);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/ndjson",
        "application/jsonl",
        "application/x-jsonlines",
        "application/jsonlines",
        "application/json-lines; charset=UTF8",
        "Application/X-JsonL",
        "application/octet-stream"
      })
  void readsNdjsonByItsOtherNames(String type) {
    for (String begin : List.of("", "\uFEFF", " \r\n\t")) {
      assertThat(call("tickets", "", type, begin + NDJSON).send()).hasStatus(200);
      assertThat(asked.getLast().rows())
          .extracting(ImportRecord::cells)
          .containsExactly(ROW.cells());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/vnd.ms-excel",
        "Application/Vnd.Ms-Excel",
        "application/csv",
        "text/x-csv",
        "text/comma-separated-values",
        "text/tab-separated-values;charset=utf_8",
        "application/octet-stream",
        "application/octet-stream;charset=utf8"
      })
  void readsCsvByItsOtherNames(String type) {
    for (String kind : List.of("employees", "tickets")) {
      for (String begin : List.of("", "\uFEFF")) {
        assertThat(call(kind, "", type, begin + CSV).send()).hasStatus(200);
        assertThat(asked.getLast().rows()).containsExactly(ROW);
      }
    }
  }

  /** A form as curl sends it: heads of parts and what is in them in turns. */
  private static String form(String... parts) {
    StringBuilder form = new StringBuilder("before\r\n");
    for (int i = 0; i < parts.length; i += 2) {
      form.append("--a b\r\nContent-Disposition: form-data; ");
      form.append(parts[i]).append("\r\n\r\n").append(parts[i + 1]).append("\r\n");
    }
    return form + "--a b--\r\n";
  }

  private TestResponse sendForm(String form) {
    return call("employees", "", "multipart/form-data; boundary=\"a b\"", form).send();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name=\"file\"; filename=\"e.csv\"~Content-Type: text/csv|csv",
        "name=\"file\"; filename=\"E.CSV\"~Content-Type: application/octet-stream|csv",
        "name=\"upload\"; filename=\"e\"~Content-Type: application/vnd.ms-excel|csv",
        "name=\"file\"; filename=\"a;b.csv\"|csv",
        "name=\"file\"; filename=e.txt~Content-Type: text/plain;charset=utf8|csv",
        "name=\"file\"|csv",
        "name=\"file\"; filename=\"e.jsonl\"~Content-Type: application/octet-stream|ndjson",
        "name=\"file\"; filename=\"e.csv\"~Content-Type: application/x-ndjson|ndjson",
        "name=\"file\"; filename=\"rows.dat\"~Content-Type: application/octet-stream|ndjson",
        "name=\"file\"; filename*=UTF-8''%d0%b0.json~content-type: application/json|ndjson"
      })
  void readsTheFileInAForm(String head, String format) {
    String file = format.equals("csv") ? CSV : NDJSON;

    assertThat(sendForm(form(head.replace("~", "\r\n"), file))).hasStatus(200);
    assertThat(asked.getLast().rows()).containsExactly(ROW);
  }

  @Test
  void readsALongFileInAForm() {
    String almostABoundary = "\r\n--a\r\n--a-b";
    String csv = "phone\n" + ("\"" + almostABoundary + "c\"\n").repeat(20_000);

    assertThat(sendForm(form("name=\"file\"; filename=\"e.csv\"", csv))).hasStatus(200);
    assertThat(asked.getLast().rows()).hasSize(20_000);
  }

  @Test
  void wantsNothingButTheFileInAForm() {
    String file = "name=\"file\"; filename=\"e.csv\"";
    for (String form :
        List.of(
            form(file, CSV, "name=\"dry_run\"", "true"),
            form("name=\"dry_run\"", "true", file, CSV),
            form(file, CSV, file, CSV),
            form("name=\"text\"", CSV),
            form(),
            form(file, CSV).replace("--a b--\r\n", ""),
            CSV,
            "")) {
      assertThat(sendForm(form)).isProblem(ProblemType.MALFORMED_REQUEST);
    }
    assertThat(call("employees", "", "multipart/form-data", form(file, CSV)).send())
        .isProblem(ProblemType.MALFORMED_REQUEST);
    assertThat(sendForm(form(file + "\r\nContent-Type: text/csv;charset=windows-1252", CSV)))
        .isProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
  }

  @Test
  void tellsWhoAsksWhatItTakes() {
    assertThat(ports.api().call("OPTIONS", "/api/v1/tickets/import").send().header("Accept-Post"))
        .hasValueSatisfying(
            types -> assertThat(types).startsWith("text/csv, application/x-ndjson"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/csv;charset=utf8",
        "text/csv; charset=UTF8",
        "text/csv;charset=\"utf_8\"",
        "text/csv;charset=utf-8",
        "text/csv;charset=UTF-8;header=present"
      })
  void readsCsvWhoseTypeSaysMore(String type) {
    assertThat(call("tickets", "", type, CSV).send()).hasStatus(200);
    assertThat(asked.getLast().rows()).containsExactly(ROW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "text/plain",
        "application/vnd.ms-excel.sheet.macroEnabled.12",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "multipart/mixed;boundary=x",
        "text/csv;charset=iso-8859-1"
      })
  void readsNoOtherTypes(String type) {
    for (String kind : List.of("employees", "tickets")) {
      TestResponse answer = call(kind, "", type, CSV).send();
      assertThat(answer).isProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
      assertThat(answer.header("Accept-Post").orElse(""))
          .contains("text/csv, application/x-ndjson", ", application/vnd.ms-excel");
    }
    assertThat(asked).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"employees", "tickets"})
  void pointsAtLinesAndTheirColumns(String kind) {
    ImportErrors errors = new ImportErrors();
    errors.add(12, "a/b~c", "format", "must be an E.164 number");
    errors.add(3, "", "cells", "must have 2 cells, not 1");
    ports.importEmployees = command -> new ImportRows.Result.Faulty(errors);
    ports.importTickets = command -> new ImportRows.Result.Faulty(errors);

    TestResponse answer = csv(kind);

    assertThat(answer)
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasMember("detail", "The file has 2 faults. Nothing of it was kept.")
        .hasFaults("/3 cells", "/12/a~1b~0c format");
    assertThat(answer.json().path("error_count").asLong()).isEqualTo(2);
    assertThat(answer.json().at("/errors/1/line").asLong()).isEqualTo(12);
    assertThat(answer.json().at("/errors/1/detail").asText()).isEqualTo("must be an E.164 number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"employees", "tickets"})
  void tellsWhyTheUseCaseRefused(String kind) {
    Denial denial = new MissingPermission(Permission.TICKET_IMPORT);
    ports.importEmployees = command -> new ImportRows.Result.Denied(denial);
    ports.importTickets = command -> new ImportRows.Result.Denied(denial);

    assertThat(csv(kind))
        .isProblem(ProblemType.PERMISSION_DENIED)
        .hasMember("permission", "ticket:import");
  }

  @ParameterizedTest
  @ValueSource(strings = {"employees", "tickets"})
  void tellsThatTheTokenEndedMeanwhile(String kind) {
    ports.importEmployees = command -> new ImportRows.Result.TokenVoid();
    ports.importTickets = command -> new ImportRows.Result.TokenVoid();

    assertThat(csv(kind)).isProblem(ProblemType.INVALID_TOKEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"employees", "tickets"})
  void turnsAwayWhoIsOneTooMany(String kind) {
    ports.atOnce = 0;

    assertThat(csv(kind)).isProblem(ProblemType.UNAVAILABLE).hasHeader("Retry-After", "10");
    assertThat(asked).isEmpty();
  }
}
