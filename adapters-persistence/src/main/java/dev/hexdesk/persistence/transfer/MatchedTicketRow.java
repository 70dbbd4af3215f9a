package dev.hexdesk.persistence.transfer;

import dev.hexdesk.application.transfer.ImportErrors;
import dev.hexdesk.application.transfer.ImportRecord;
import dev.hexdesk.application.transfer.ImportedTicket;
import dev.hexdesk.application.transfer.MatchedTicket;
import dev.hexdesk.application.transfer.RowParser;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Coded;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.persistence.support.SqlValues;
import dev.hexdesk.persistence.ticket.TicketTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** A staged row with what it was matched with: the columns of the ticket first. */
final class MatchedTicketRow {
  private final RowParser<ImportedTicket> parser;
  private final Instant now;

  MatchedTicketRow(RowParser<ImportedTicket> parser, Instant now) {
    this.parser = parser;
    this.now = now;
  }

  MatchedTicket read(ResultSet row) throws SQLException {
    return new MatchedTicket(
        imported(row),
        present(row),
        row.getBoolean("present_erased"),
        employee(row),
        assignee(row),
        row.getBoolean("owner_exists"));
  }

  /** What could be parsed before it was staged can be parsed again. */
  private ImportedTicket imported(ResultSet row) throws SQLException {
    ImportErrors none = new ImportErrors();
    ImportRecord source = ImportRecordJson.read(row.getLong("line"), row.getString("source"));
    return Objects.requireNonNull(parser.read(source, now, none));
  }

  private static Optional<Ticket> present(ResultSet row) throws SQLException {
    return number(row, "target").isPresent()
        ? Optional.of(TicketTable.ticket(row))
        : Optional.empty();
  }

  private static Optional<MatchedTicket.Employee> employee(ResultSet row) throws SQLException {
    OptionalLong id = number(row, "employee");
    return id.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MatchedTicket.Employee(
                new EmployeeId(id.getAsLong()), row.getBoolean("employee_erased")));
  }

  private static Optional<MatchedTicket.Assignee> assignee(ResultSet row) throws SQLException {
    OptionalLong id = number(row, "assignee");
    return id.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new MatchedTicket.Assignee(
                new UserId(id.getAsLong()),
                SqlValues.texts(row, "assignee_roles").stream()
                    .flatMap(code -> Coded.find(Role.class, code).stream())
                    .collect(Collectors.toSet()),
                row.getBoolean("assignee_disabled")));
  }

  private static OptionalLong number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
  }
}
