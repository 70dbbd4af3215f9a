package dev.hexdesk.rest.transfer;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.hexdesk.application.employee.EmployeeView;
import dev.hexdesk.application.ticket.TicketView;
import dev.hexdesk.application.transfer.RowStream;
import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.rest.json.InstantText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;

/** Writes rows as CSV (RFC 4180, UTF-8), with a line of column names first. */
public final class CsvSchema<V> {
  public static final CsvSchema<EmployeeView> EMPLOYEES = new CsvSchema<>(employees());
  public static final CsvSchema<TicketView> TICKETS = new CsvSchema<>(tickets());

  private static final int BUFFER = 1 << 16;

  private final List<String> header;
  private final List<Function<V, String>> cells;

  private CsvSchema(Map<String, Function<V, String>> columns) {
    header = List.copyOf(columns.keySet());
    cells = List.copyOf(columns.values());
  }

  private static Map<String, Function<EmployeeView, String>> employees() {
    Map<String, Function<EmployeeView, String>> columns = new LinkedHashMap<>();
    columns.put("id", it -> Long.toString(it.id().value()));
    columns.put("external_id", it -> it.externalId().map(ExternalId::value).orElse(""));
    columns.put("first_name", EmployeeView::firstName);
    columns.put("last_name", EmployeeView::lastName);
    columns.put("nick_name", it -> it.nickName().orElse(""));
    columns.put("phone", EmployeeView::phone);
    columns.put("email", EmployeeView::email);
    columns.put("birthday", it -> it.birthday().map(LocalDate::toString).orElse(""));
    columns.put("country", it -> it.country().orElse(""));
    columns.put("city", it -> it.city().orElse(""));
    columns.put("address", it -> it.address().orElse(""));
    columns.put("created_at", it -> moment(it.createdAt()));
    columns.put("updated_at", it -> moment(it.updatedAt()));
    return columns;
  }

  private static Map<String, Function<TicketView, String>> tickets() {
    Map<String, Function<TicketView, String>> columns = new LinkedHashMap<>();
    columns.put("id", it -> Long.toString(it.id().value()));
    columns.put("external_id", it -> it.externalId().map(ExternalId::value).orElse(""));
    columns.put("title", TicketView::title);
    columns.put("description", TicketView::description);
    columns.put("status", it -> it.status().code());
    columns.put("priority", it -> it.priority().code());
    columns.put("employee_id", it -> Long.toString(it.employeeId().value()));
    columns.put("owner_id", it -> Long.toString(it.ownerId().value()));
    columns.put("assignee_id", it -> shown(it.assigneeId()));
    columns.put("tags", it -> it.tags().stream().map(Tag::value).collect(Collectors.joining(" ")));
    columns.put("due_at", it -> moment(it.dueAt()));
    columns.put("created_at", it -> moment(it.createdAt()));
    columns.put("updated_at", it -> moment(it.updatedAt()));
    columns.put("first_responded_at", it -> moment(it.milestones().firstRespondedAt()));
    columns.put("resolved_at", it -> moment(it.milestones().resolvedAt()));
    columns.put("closed_at", it -> moment(it.milestones().closedAt()));
    return columns;
  }

  private static String moment(Optional<Instant> moment) {
    return moment.map(CsvSchema::moment).orElse("");
  }

  /** To the last digit, so that a file that comes back changes nothing. */
  private static String moment(Instant moment) {
    return moment.getNano() % 1_000_000 == 0 ? InstantText.of(moment) : moment.toString();
  }

  private static String shown(Optional<UserId> user) {
    return user.map(it -> Long.toString(it.value())).orElse("");
  }

  /**
   * Writes all rows. Nothing is written before the first row is there, so that a database that is
   * away can still be told of.
   *
   * @param counter is told of each row
   */
  public void write(RowStream<V> rows, OutputStream out, LongConsumer counter) throws IOException {
    CsvWriter writer =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .bufferSize(BUFFER)
            .build(out, StandardCharsets.UTF_8);
    writer.writeRecord(header);
    rows.forEach(
        row -> {
          String[] written = new String[cells.size()];
          for (int n = 0; n < written.length; n++) {
            written[n] = CsvInjectionGuard.written(cells.get(n).apply(row));
          }
          writer.writeRecord(written);
          counter.accept(1);
        });
    writer.flush();
  }
}
