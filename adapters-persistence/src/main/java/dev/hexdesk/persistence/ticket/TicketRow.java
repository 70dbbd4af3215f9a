package dev.hexdesk.persistence.ticket;

import dev.hexdesk.application.ticket.TicketView;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.Description;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketDetails;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.ticket.Title;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.persistence.support.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** A row of the table of tickets. */
final class TicketRow {
  static final String COLUMNS =
      "id, title, description, status, priority, employee_id, owner_id, assignee_id,"
          + " version, created_at, updated_at";

  private TicketRow() {}

  static Ticket ticket(ResultSet row) throws SQLException {
    return new Ticket(
        new TicketId(row.getLong("id")),
        new TicketDetails(
            new EmployeeId(row.getLong("employee_id")),
            new Title(row.getString("title")),
            new Description(row.getString("description")),
            status(row),
            priority(row),
            assignee(row)),
        new UserId(row.getLong("owner_id")),
        new Version(row.getLong("version")),
        SqlValues.instant(row, "created_at"),
        SqlValues.instant(row, "updated_at"));
  }

  static TicketView view(ResultSet row) throws SQLException {
    return new TicketView(
        new TicketId(row.getLong("id")),
        row.getString("title"),
        row.getString("description"),
        status(row),
        priority(row),
        new EmployeeId(row.getLong("employee_id")),
        new UserId(row.getLong("owner_id")),
        assignee(row),
        new Version(row.getLong("version")),
        SqlValues.instant(row, "created_at"),
        SqlValues.instant(row, "updated_at"));
  }

  private static TicketStatus status(ResultSet row) throws SQLException {
    return TicketStatus.of(row.getString("status")).orElseThrow();
  }

  private static Priority priority(ResultSet row) throws SQLException {
    return Priority.of(row.getString("priority")).orElseThrow();
  }

  private static Optional<UserId> assignee(ResultSet row) throws SQLException {
    long id = row.getLong("assignee_id");
    return row.wasNull() ? Optional.empty() : Optional.of(new UserId(id));
  }

  /** What the generated column {@code priority_rank} holds for a priority. */
  static int rank(Priority priority) {
    return switch (priority) {
      case LOW -> 1;
      case NORMAL -> 2;
      case HIGH -> 3;
      case URGENT -> 4;
    };
  }

  /** Binds the columns that are written together, by their names in camel case. */
  static Query bind(Query statement, TicketDetails details) {
    return statement
        .bind("employeeId", details.employeeId().value())
        .bind("title", details.title().value())
        .bind("description", details.description().value())
        .bind("status", details.status().code())
        .bind("priority", details.priority().code())
        .bind("assigneeId", details.assigneeId().map(UserId::value));
  }
}
