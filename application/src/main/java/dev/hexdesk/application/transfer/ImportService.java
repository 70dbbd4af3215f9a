package dev.hexdesk.application.transfer;

import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.employee.EmployeeRules;
import dev.hexdesk.domain.ticket.TicketRules;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Imports employees and tickets. */
public final class ImportService implements ImportEmployees, ImportTickets {
  private final RowImporter<ImportedEmployee> employees;
  private final RowImporter<ImportedTicket> tickets;
  private final EmployeeRowParser employeeRows;
  private final TicketRowParser ticketRows;
  private final RolePolicy policy;
  private final InstantSource clock;
  private final int mostRows;

  /**
   * @param mostRows no file may have more
   */
  public ImportService(
      RowImporter<ImportedEmployee> employees,
      RowImporter<ImportedTicket> tickets,
      EmployeeRules employeeRules,
      TicketRules ticketRules,
      RolePolicy policy,
      InstantSource clock,
      int mostRows) {
    this.employees = employees;
    this.tickets = tickets;
    this.employeeRows = new EmployeeRowParser(employeeRules);
    this.ticketRows = new TicketRowParser(ticketRules);
    this.policy = policy;
    this.clock = clock;
    this.mostRows = mostRows;
  }

  @Override
  public ImportEmployees.Result importEmployees(ImportEmployees.Command command) {
    Actor actor = command.actor();
    if (policy.decide(actor, Permission.EMPLOYEE_IMPORT) instanceof Denial denial) {
      return new ImportEmployees.Result.Denied(denial);
    }
    ImportErrors faults = new ImportErrors();
    ImportOptions terms = terms(actor, command.dryRun());
    Watch watch =
        new Watch(
            () -> Reauthorization.at(command.present(), actor, Permission.EMPLOYEE_IMPORT, policy));
    ImportCounts counts =
        employees.importRows(
            feed(command.rows(), employeeRows, terms, faults), terms, faults, watch::stillAllowed);
    if (!faults.isEmpty()) {
      return new ImportEmployees.Result.Faulty(faults);
    }
    return switch (watch.seen) {
      case Reauthorization.Granted() -> new ImportEmployees.Result.Imported(counts);
      case Reauthorization.Denied(var denial) -> new ImportEmployees.Result.Denied(denial);
      case Reauthorization.TokenVoid() -> new ImportEmployees.Result.TokenVoid();
    };
  }

  @Override
  public ImportTickets.Result importTickets(ImportTickets.Command command) {
    Actor actor = command.actor();
    if (policy.decide(actor, Permission.TICKET_IMPORT) instanceof Denial denial) {
      return new ImportTickets.Result.Denied(denial);
    }
    ImportErrors faults = new ImportErrors();
    ImportOptions terms = terms(actor, command.dryRun());
    Watch watch =
        new Watch(
            () -> Reauthorization.at(command.present(), actor, Permission.TICKET_IMPORT, policy));
    ImportCounts counts =
        tickets.importRows(
            feed(command.rows(), ticketRows, terms, faults), terms, faults, watch::stillAllowed);
    if (!faults.isEmpty()) {
      return new ImportTickets.Result.Faulty(faults);
    }
    return switch (watch.seen) {
      case Reauthorization.Granted() -> new ImportTickets.Result.Imported(counts);
      case Reauthorization.Denied(var denial) -> new ImportTickets.Result.Denied(denial);
      case Reauthorization.TokenVoid() -> new ImportTickets.Result.TokenVoid();
    };
  }

  private ImportOptions terms(Actor actor, boolean dryRun) {
    return new ImportOptions(actor.id(), clock.instant(), actor.isAdministrator(), !dryRun);
  }

  private <R> Consumer<Consumer<R>> feed(
      RowReader source, RowParser<R> reader, ImportOptions terms, ImportErrors faults) {
    return sink ->
        source.read(
            reader.columns(), new Counter<>(reader, sink, terms.now(), faults)::take, faults);
  }

  /** Looks at the caller, and remembers what was seen last. */
  private static final class Watch {
    private final Supplier<Reauthorization> look;
    private Reauthorization seen = new Reauthorization.Granted();

    Watch(Supplier<Reauthorization> look) {
      this.look = look;
    }

    boolean stillAllowed() {
      seen = look.get();
      return seen instanceof Reauthorization.Granted;
    }
  }

  /** Reads row after row, up to the limit. */
  private final class Counter<R> {
    private final RowParser<R> reader;
    private final Consumer<R> sink;
    private final Instant now;
    private final ImportErrors faults;
    private int rows;

    Counter(RowParser<R> reader, Consumer<R> sink, Instant now, ImportErrors faults) {
      this.reader = reader;
      this.sink = sink;
      this.now = now;
      this.faults = faults;
    }

    boolean take(ImportRecord row) {
      if (++rows > mostRows) {
        faults.add(row.line(), "", "too_many_rows", "must be at most " + mostRows + " rows");
        return false;
      }
      R value = reader.read(row, now, faults);
      if (value != null) {
        sink.accept(value);
      }
      return true;
    }
  }
}
