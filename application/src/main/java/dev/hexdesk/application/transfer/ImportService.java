package dev.hexdesk.application.transfer;

import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.employee.EmployeeRules;
import dev.hexdesk.domain.shared.Plural;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Imports rows of one kind.
 *
 * @param mostRows no file may have more
 */
public record ImportService<R>(
    Permission permission,
    RowParser<R> parser,
    RowImporter<R> importer,
    RolePolicy policy,
    InstantSource clock,
    int mostRows)
    implements ImportRows {
  public static ImportRows ofEmployees(
      RowImporter<ImportedEmployee> importer,
      EmployeeRules rules,
      RolePolicy policy,
      InstantSource clock,
      int mostRows) {
    return new ImportService<>(
        Permission.EMPLOYEE_IMPORT,
        new EmployeeRowParser(rules),
        importer,
        policy,
        clock,
        mostRows);
  }

  public static ImportRows ofTickets(
      RowImporter<ImportedTicket> importer,
      TicketRowParser parser,
      RolePolicy policy,
      InstantSource clock,
      int mostRows) {
    return new ImportService<>(Permission.TICKET_IMPORT, parser, importer, policy, clock, mostRows);
  }

  @Override
  public Result importRows(Command command) {
    Actor actor = command.actor();
    if (policy.decide(actor, permission) instanceof Denial denial) {
      return new Result.Denied(denial);
    }
    ImportErrors errors = new ImportErrors();
    ImportOptions options = options(actor, command.dryRun());
    Watch watch = new Watch(() -> Reauthorization.at(command.present(), actor, permission, policy));
    ImportCounts counts =
        importer.importRows(
            parsed(command.rows(), options, errors), options, errors, watch::stillAllowed);
    if (!errors.isEmpty()) {
      return new Result.Faulty(errors);
    }
    return switch (watch.seen) {
      case Reauthorization.Granted() -> new Result.Imported(counts);
      case Reauthorization.Denied(var denial) -> new Result.Denied(denial);
      case Reauthorization.TokenVoid() -> new Result.TokenVoid();
    };
  }

  private ImportOptions options(Actor actor, boolean dryRun) {
    return new ImportOptions(actor.id(), clock.instant(), policy.mayRewriteHistory(actor), !dryRun);
  }

  private Consumer<Consumer<R>> parsed(RowReader rows, ImportOptions options, ImportErrors errors) {
    return sink ->
        rows.read(parser.columns(), new Counter(sink, options.now(), errors)::take, errors);
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

  /** Parses row after row, up to the limit. */
  private final class Counter {
    private final Consumer<R> sink;
    private final Instant now;
    private final ImportErrors errors;
    private int rows;

    Counter(Consumer<R> sink, Instant now, ImportErrors errors) {
      this.sink = sink;
      this.now = now;
      this.errors = errors;
    }

    boolean take(ImportRecord row) {
      if (++rows > mostRows) {
        errors.add(
            row.line(),
            "",
            "too_many_rows",
            "must be at most " + mostRows + " " + Plural.of(mostRows, "row"));
        return false;
      }
      R value = parser.read(row, now, errors);
      if (value != null) {
        sink.accept(value);
      }
      return true;
    }
  }
}
