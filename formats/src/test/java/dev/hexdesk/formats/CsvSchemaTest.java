package dev.hexdesk.formats;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aWellKnownEmployee;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.hexdesk.application.shared.StorageUnavailable;
import dev.hexdesk.application.transfer.RowStream;
import dev.hexdesk.application.transfer.TicketRowParser;
import dev.hexdesk.domain.employee.EmployeeBuilder;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketBuilder;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.UserId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CsvSchemaTest {
  private static final String EMPLOYEE_COLUMNS =
      "id,external_id,first_name,last_name,nick_name,phone,phone_extension,email,birthday,country,city,address,created_at,updated_at\r\n";
  private static final String MOMENTS = ",2026-11-23T12:00:00.000Z,2026-11-23T12:00:00.000Z";

  private static <V> String written(CsvSchema<V> schema, List<V> rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    schema.write(stream(rows), out, row -> {});
    return out.toString(UTF_8);
  }

  private static String written(EmployeeBuilder employee) throws IOException {
    return written(CsvSchema.EMPLOYEES, List.of(employee.build()));
  }

  private static String written(TicketBuilder ticket) throws IOException {
    return written(CsvSchema.TICKETS, List.of(ticket.build()));
  }

  private static TicketBuilder ticket() {
    return aTicket()
        .withId(301)
        .forEmployee(new EmployeeId(12))
        .ownedBy(new UserId(7))
        .withPriority(Priority.HIGH);
  }

  @Test
  void writesAllOfAnEmployee() throws IOException {
    assertThat(written(aWellKnownEmployee()))
        .isEqualTo(
            EMPLOYEE_COLUMNS
                + "12,HR-17,Зоя,O’Neil,Zoë,'+442071838750,,zoya@example.com,1990-04-23,Ukraine,"
                + "Київ,\"12 Khreshchatyk St, office 4\""
                + MOMENTS
                + "\r\n");
  }

  @Test
  void leavesOutWhatIsNotKnown() throws IOException {
    assertThat(
            written(
                anEmployee()
                    .withId(12)
                    .called("Zoë", "Weiß")
                    .withPhone("+442071838750")
                    .withEmail("zoe@example.com")))
        .isEqualTo(
            EMPLOYEE_COLUMNS
                + "12,,Zoë,Weiß,,'+442071838750,,zoe@example.com,,,,"
                + MOMENTS
                + "\r\n");
  }

  /** A ticket's cells by the names of their columns, without those that are empty. */
  private static Map<String, String> cells(TicketBuilder ticket) throws IOException {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(written(ticket))) {
      Map<String, String> cells =
          new HashMap<>(rows.stream().findFirst().orElseThrow().getFieldsAsMap());
      cells.values().removeIf(String::isEmpty);
      return cells;
    }
  }

  @Test
  void writesAllOfATicket() throws IOException {
    assertThat(
            cells(
                ticket()
                    .titled("Printer")
                    .describedAs("It burns")
                    .withStatus(TicketStatus.PENDING)
                    .assignedTo(new UserId(9))
                    .tagged("fire", "printer")
                    .dueAt(Instant.parse("2026-12-24T18:00:00.123456Z"))))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("id", "301"),
                Map.entry("title", "Printer"),
                Map.entry("description", "It burns"),
                Map.entry("status", "pending"),
                Map.entry("priority", "high"),
                Map.entry("employee_id", "12"),
                Map.entry("owner_id", "7"),
                Map.entry("assignee_id", "9"),
                Map.entry("tags", "fire printer"),
                Map.entry("due_at", "2026-12-24T18:00:00.123456Z"),
                Map.entry("created_at", "2026-11-23T12:00:00.000Z"),
                Map.entry("updated_at", "2026-11-23T12:00:00.000Z")));
  }

  @Test
  void quotesWhatWouldBeTwoCellsOrRows() throws IOException {
    assertThat(written(ticket().titled("a, \"b\"").describedAs("one\r\ntwo")))
        .contains("301,,\"a, \"\"b\"\"\",\"one\r\ntwo\",");
  }

  @Test
  void keepsSpreadsheetsFromRunningWhatPeopleWrote() throws IOException {
    assertThat(written(ticket().titled("=HYPERLINK(A1)").describedAs("x;@SUM(A1)")))
        .contains("301,,'=HYPERLINK(A1),x;'@SUM(A1),");
  }

  @Test
  void countsTheRows() throws IOException {
    AtomicLong count = new AtomicLong();
    Ticket view = ticket().build();

    CsvSchema.TICKETS.write(
        stream(List.of(view, view, view)), new ByteArrayOutputStream(), count::addAndGet);

    assertThat(count).hasValue(3);
  }

  @Test
  void writesTheNamesOfColumnsWhereThereAreNoRows() throws IOException {
    assertThat(written(CsvSchema.TICKETS, List.of()))
        .isEqualTo(String.join(",", TicketRowParser.COLUMNS.exported()) + "\r\n");
  }

  private static <V> RowStream<V> stream(List<V> rows) {
    return (opened, handler) -> {
      opened.run();
      rows.forEach(handler);
    };
  }

  @Test
  void writesTheNamesOfColumnsBeforeTheFirstRowIsThere() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RowStream<Ticket> slow =
        (opened, handler) -> {
          assertThat(out.size()).isZero();
          opened.run();
          assertThat(out.toString(UTF_8)).startsWith("id,external_id,").endsWith("closed_at\r\n");
        };

    CsvSchema.TICKETS.write(slow, out, row -> {});
  }

  /** So that a failure can still be answered. */
  @Test
  void writesNothingWhereRowsCannotBeRead() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    RowStream<Ticket> away =
        (opened, handler) -> {
          throw new StorageUnavailable(new IllegalStateException());
        };

    assertThatThrownBy(() -> CsvSchema.TICKETS.write(away, out, row -> {}))
        .isInstanceOf(StorageUnavailable.class);
    assertThat(out.size()).isZero();
  }
}
