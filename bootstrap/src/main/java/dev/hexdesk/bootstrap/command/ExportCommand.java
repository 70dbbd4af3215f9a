package dev.hexdesk.bootstrap.command;

import dev.hexdesk.application.employee.EmployeeFilter;
import dev.hexdesk.application.employee.EmployeeSortField;
import dev.hexdesk.application.shared.AccessResult;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.application.ticket.TicketSortField;
import dev.hexdesk.application.transfer.ExportEmployees;
import dev.hexdesk.application.transfer.ExportTickets;
import dev.hexdesk.application.transfer.RowStream;
import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.cli.OperatorException;
import dev.hexdesk.bootstrap.cli.ProgressBar;
import dev.hexdesk.bootstrap.wiring.Transfers;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.shared.Plural;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.formats.CsvSchema;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Writes all employees or tickets into a file. */
public final class ExportCommand extends TransferCommand {
  public ExportCommand(Console console) {
    super("export", "Writes all employees or tickets into a CSV file", console);
  }

  @Override
  void check(TransferFile file) {
    file.requireNameOfCsv();
  }

  @Override
  void transfer(TransferRequest wish, Transfers transfers) throws IOException {
    if (wish.employees()) {
      write(employees(wish, transfers.exportEmployees()), CsvSchema.EMPLOYEES, wish.file());
    } else {
      write(tickets(wish, transfers.exportTickets()), CsvSchema.TICKETS, wish.file());
    }
  }

  private static RowStream<Employee> employees(TransferRequest wish, ExportEmployees export) {
    var query =
        new ExportEmployees.Query(
            wish.actor(), EmployeeFilter.all(), Sort.ascending(EmployeeSortField.ID));
    return granted(export.export(query));
  }

  private static RowStream<Ticket> tickets(TransferRequest wish, ExportTickets export) {
    var query =
        new ExportTickets.Query(
            wish.actor(), TicketFilter.all(), Sort.ascending(TicketSortField.ID));
    return granted(export.export(query));
  }

  private static <T> T granted(AccessResult<T> result) {
    return switch (result) {
      case AccessResult.Granted<T>(T value) -> value;
      case AccessResult.Denied<T>(Denial denial) ->
          throw new OperatorException("The role of administrators does not grant it: " + denial);
    };
  }

  private <V> void write(RowStream<V> rows, CsvSchema<V> table, TransferFile file)
      throws IOException {
    ProgressBar bar = new ProgressBar(console);
    AtomicLong count = new AtomicLong();
    bar.begin("rows", 0);
    file.write(
        out ->
            table.write(
                rows,
                out,
                one -> {
                  count.addAndGet(one);
                  bar.done(one);
                }));
    bar.end();
    // Standard output may be where the rows are.
    console.progress(
        "Wrote %,d %s to %s.".formatted(count.get(), Plural.of(count.get(), "row"), file));
  }
}
