package dev.hexdesk.persistence.transfer;

import dev.hexdesk.application.transfer.ImportedTicket;
import dev.hexdesk.application.transfer.MatchedTicket;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.domain.ticket.Description;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.ticket.Title;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.Username;
import dev.hexdesk.persistence.support.SqlValues;
import dev.hexdesk.persistence.ticket.TicketTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** A staged row with what it was matched with: the columns of the ticket first. */
final class MatchedTicketRow {
  private MatchedTicketRow() {}

  static MatchedTicket read(ResultSet row) throws SQLException {
    return new MatchedTicket(
        imported(row),
        present(row),
        row.getBoolean("present_erased"),
        employee(row),
        assignee(row),
        row.getBoolean("owner_exists"));
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
                    .flatMap(code -> Role.of(code).stream())
                    .collect(Collectors.toSet()),
                row.getBoolean("assignee_disabled")));
  }

  private static ImportedTicket imported(ResultSet row) throws SQLException {
    return new ImportedTicket(
        row.getLong("line"),
        Set.copyOf(SqlValues.texts(row, "given")),
        number(row, "row_id"),
        Optional.ofNullable(row.getString("row_external_id")).map(ExternalId::new),
        new Title(row.getString("row_title")),
        new Description(row.getString("row_description")),
        Optional.ofNullable(row.getString("row_status")).flatMap(TicketStatus::of),
        Optional.ofNullable(row.getString("row_priority")).flatMap(Priority::of),
        namedEmployee(row),
        number(row, "row_owner_id"),
        namedAssignee(row),
        SqlValues.texts(row, "row_tags").stream().map(Tag::new).collect(Collectors.toSet()),
        SqlValues.maybeInstant(row, "row_due_at"),
        new ImportedTicket.Moments(
            SqlValues.maybeInstant(row, "row_created_at"),
            SqlValues.maybeInstant(row, "row_updated_at"),
            SqlValues.maybeInstant(row, "row_first_responded_at"),
            SqlValues.maybeInstant(row, "row_resolved_at"),
            SqlValues.maybeInstant(row, "row_closed_at")));
  }

  private static ImportedTicket.Employee namedEmployee(ResultSet row) throws SQLException {
    OptionalLong id = number(row, "row_employee_id");
    String externalId = row.getString("row_employee_external_id");
    if (id.isPresent()) {
      return new ImportedTicket.Employee.ById(id.getAsLong());
    }
    return externalId == null
        ? new ImportedTicket.Employee.ByEmail(new EmailAddress(row.getString("row_employee_email")))
        : new ImportedTicket.Employee.ByExternalId(new ExternalId(externalId));
  }

  private static Optional<ImportedTicket.Assignee> namedAssignee(ResultSet row)
      throws SQLException {
    OptionalLong id = number(row, "row_assignee_id");
    if (id.isPresent()) {
      return Optional.of(new ImportedTicket.Assignee.ById(id.getAsLong()));
    }
    return Optional.ofNullable(row.getString("row_assignee"))
        .map(name -> new ImportedTicket.Assignee.ByName(new Username(name)));
  }

  private static OptionalLong number(ResultSet row, String column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
  }
}
