package dev.hexdesk.application.transfer;

import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.employee.EmployeeRules;
import dev.hexdesk.domain.ticket.TicketRules;
import dev.hexdesk.domain.user.Role;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Imports employees and tickets. */
public final class ImportService implements ImportEmployees, ImportTickets {
  private final Intake<ImportedEmployee> employees;
  private final Intake<ImportedTicket> tickets;
  private final EmployeeRows employeeRows;
  private final TicketRows ticketRows;
  private final RolePolicy policy;
  private final InstantSource clock;
  private final int mostRows;

  /**
   * @param mostRows no file may have more
   */
  public ImportService(
      Intake<ImportedEmployee> employees,
      Intake<ImportedTicket> tickets,
      EmployeeRules employeeRules,
      TicketRules ticketRules,
      RolePolicy policy,
      InstantSource clock,
      int mostRows) {
    this.employees = employees;
    this.tickets = tickets;
    this.employeeRows = new EmployeeRows(employeeRules);
    this.ticketRows = new TicketRows(ticketRules);
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
    Faults faults = new Faults();
    IntakeTerms terms = terms(actor, command.dryRun());
    Watch watch =
        new Watch(
            () -> SecondLook.at(command.present(), actor, Permission.EMPLOYEE_IMPORT, policy));
    ImportCounts counts =
        employees.take(
            feed(command.rows(), employeeRows, terms, faults), terms, faults, watch::stillAllowed);
    if (!faults.isEmpty()) {
      return new ImportEmployees.Result.Faulty(faults);
    }
    return switch (watch.seen) {
      case SecondLook.Granted() -> new ImportEmployees.Result.Imported(counts);
      case SecondLook.Denied(var denial) -> new ImportEmployees.Result.Denied(denial);
      case SecondLook.TokenVoid() -> new ImportEmployees.Result.TokenVoid();
    };
  }

  @Override
  public ImportTickets.Result importTickets(ImportTickets.Command command) {
    Actor actor = command.actor();
    if (policy.decide(actor, Permission.TICKET_IMPORT) instanceof Denial denial) {
      return new ImportTickets.Result.Denied(denial);
    }
    Faults faults = new Faults();
    IntakeTerms terms = terms(actor, command.dryRun());
    Watch watch =
        new Watch(() -> SecondLook.at(command.present(), actor, Permission.TICKET_IMPORT, policy));
    ImportCounts counts =
        tickets.take(
            feed(command.rows(), ticketRows, terms, faults), terms, faults, watch::stillAllowed);
    if (!faults.isEmpty()) {
      return new ImportTickets.Result.Faulty(faults);
    }
    return switch (watch.seen) {
      case SecondLook.Granted() -> new ImportTickets.Result.Imported(counts);
      case SecondLook.Denied(var denial) -> new ImportTickets.Result.Denied(denial);
      case SecondLook.TokenVoid() -> new ImportTickets.Result.TokenVoid();
    };
  }

  private IntakeTerms terms(Actor actor, boolean dryRun) {
    Set<Role> workers =
        Arrays.stream(Role.values())
            .filter(role -> policy.grantedTo(Set.of(role)).contains(Permission.TICKET_UPDATE))
            .collect(Collectors.toSet());
    return new IntakeTerms(actor.id(), clock.instant(), actor.isAdministrator(), workers, !dryRun);
  }

  private <R> Consumer<Consumer<R>> feed(
      RowSource source, RowReader<R> reader, IntakeTerms terms, Faults faults) {
    return sink ->
        source.read(
            reader.columns(), new Counter<>(reader, sink, terms.now(), faults)::take, faults);
  }

  /** Looks at the caller, and remembers what was seen last. */
  private static final class Watch {
    private final Supplier<SecondLook> look;
    private SecondLook seen = new SecondLook.Granted();

    Watch(Supplier<SecondLook> look) {
      this.look = look;
    }

    boolean stillAllowed() {
      seen = look.get();
      return seen instanceof SecondLook.Granted;
    }
  }

  /** Reads row after row, up to the limit. */
  private final class Counter<R> {
    private final RowReader<R> reader;
    private final Consumer<R> sink;
    private final Instant now;
    private final Faults faults;
    private int rows;

    Counter(RowReader<R> reader, Consumer<R> sink, Instant now, Faults faults) {
      this.reader = reader;
      this.sink = sink;
      this.now = now;
      this.faults = faults;
    }

    boolean take(FileEntry row) {
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
