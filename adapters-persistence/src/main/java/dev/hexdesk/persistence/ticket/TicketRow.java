package dev.hexdesk.persistence.ticket;

import dev.hexdesk.application.ticket.TicketView;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.Description;
import dev.hexdesk.domain.ticket.Milestones;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketDetails;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.ticket.Title;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.persistence.support.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.statement.Query;

/** A row of the table of tickets. */
final class TicketRow {
  static final String COLUMNS =
      "id, title, description, status, priority, employee_id, owner_id, assignee_id, tags, due_at,"
          + " first_responded_at, resolved_at, closed_at, merged_into, external_id, version,"
          + " created_at, updated_at";

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
            assignee(row),
            Set.copyOf(tags(row)),
            SqlValues.maybeInstant(row, "due_at")),
        new UserId(row.getLong("owner_id")),
        milestones(row),
        mergedInto(row),
        externalId(row),
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
        tags(row),
        SqlValues.maybeInstant(row, "due_at"),
        milestones(row),
        mergedInto(row),
        externalId(row),
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

  /** In the order of their names, as they are stored. */
  private static List<Tag> tags(ResultSet row) throws SQLException {
    return SqlValues.texts(row, "tags").stream().map(Tag::new).toList();
  }

  private static Milestones milestones(ResultSet row) throws SQLException {
    return new Milestones(
        SqlValues.maybeInstant(row, "first_responded_at"),
        SqlValues.maybeInstant(row, "resolved_at"),
        SqlValues.maybeInstant(row, "closed_at"));
  }

  private static Optional<TicketId> mergedInto(ResultSet row) throws SQLException {
    long id = row.getLong("merged_into");
    return row.wasNull() ? Optional.empty() : Optional.of(new TicketId(id));
  }

  private static Optional<ExternalId> externalId(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getString("external_id")).map(ExternalId::new);
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
  static Query bind(Query statement, TicketDetails details, Milestones milestones) {
    return statement
        .bind("employeeId", details.employeeId().value())
        .bind("title", details.title().value())
        .bind("description", details.description().value())
        .bind("status", details.status().code())
        .bind("priority", details.priority().code())
        .bind("assigneeId", details.assigneeId().map(UserId::value))
        .bind(
            "tags",
            SqlValues.array("text", details.tags().stream().sorted().map(Tag::value).toList()))
        .bind("dueAt", SqlValues.maybeInstant(details.dueAt()))
        .bind("firstRespondedAt", SqlValues.maybeInstant(milestones.firstRespondedAt()))
        .bind("resolvedAt", SqlValues.maybeInstant(milestones.resolvedAt()))
        .bind("closedAt", SqlValues.maybeInstant(milestones.closedAt()));
  }
}
