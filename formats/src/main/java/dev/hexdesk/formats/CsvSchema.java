package dev.hexdesk.formats;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import dev.hexdesk.application.transfer.CellWriter;
import dev.hexdesk.application.transfer.EmployeeRowParser;
import dev.hexdesk.application.transfer.FileColumns;
import dev.hexdesk.application.transfer.RowStream;
import dev.hexdesk.application.transfer.TicketRowParser;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.ticket.Ticket;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.LongConsumer;

/** Writes rows as CSV (RFC 4180, UTF-8), with a line of column names first. */
public final class CsvSchema<V> {
  public static final CsvSchema<Employee> EMPLOYEES = new CsvSchema<>(EmployeeRowParser.COLUMNS);
  public static final CsvSchema<Ticket> TICKETS = new CsvSchema<>(TicketRowParser.COLUMNS);

  private static final int BUFFER = 1 << 16;

  private final FileColumns<V> columns;
  private final List<String> header;

  private CsvSchema(FileColumns<V> columns) {
    this.columns = columns;
    header = columns.exported();
  }

  /** One line, cell after cell. */
  private static final class Line implements CellWriter {
    private final String[] cells;
    private int written;

    Line(int cells) {
      this.cells = new String[cells];
    }

    private void add(String cell) {
      cells[written++] = CsvInjectionGuard.written(cell);
    }

    @Override
    public void nothing() {
      add("");
    }

    @Override
    public void text(String value) {
      add(value);
    }

    @Override
    public void number(long value) {
      add(Long.toString(value));
    }

    @Override
    public void moment(Instant value) {
      add(value.getNano() % 1_000_000 == 0 ? InstantText.of(value) : value.toString());
    }

    @Override
    public void texts(Collection<String> values) {
      add(String.join(" ", values));
    }
  }

  /**
   * Writes all rows. The names of columns go out as soon as rows can be read: to sort a million of
   * them takes longer than proxies wait for an answer. Before that nothing is written, so that a
   * database that is away can still be told of.
   *
   * @param counter is told of each row
   */
  public void write(RowStream<V> rows, OutputStream out, LongConsumer counter) throws IOException {
    CsvWriter writer =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .bufferSize(BUFFER)
            .build(out, StandardCharsets.UTF_8);
    rows.forEach(
        () -> begin(writer),
        row -> {
          Line line = new Line(header.size());
          columns.write(row, line);
          writer.writeRecord(line.cells);
          counter.accept(1);
        });
    writer.flush();
  }

  private void begin(CsvWriter writer) {
    try {
      writer.writeRecord(header);
      writer.flush();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
