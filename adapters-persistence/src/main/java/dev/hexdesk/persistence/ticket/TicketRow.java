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
import dev.hexdesk.persistence.support.CopyText;
import dev.hexdesk.persistence.support.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/** A row of the table of tickets. */
public final class TicketRow {
  public static final String COLUMNS =
      "id, title, description, status, priority, employee_id, owner_id, assignee_id, tags, due_at,"
          + " first_responded_at, resolved_at, closed_at, merged_into, external_id, version,"
          + " created_at, updated_at";

  // Where they are: a page reads each of them fifty times, and looking for their names takes time.
  private static final int ID = 1;
  private static final int TITLE = 2;
  private static final int DESCRIPTION = 3;
  private static final int STATUS = 4;
  private static final int PRIORITY = 5;
  private static final int EMPLOYEE_ID = 6;
  private static final int OWNER_ID = 7;
  private static final int ASSIGNEE_ID = 8;
  private static final int TAGS = 9;
  private static final int DUE_AT = 10;
  private static final int FIRST_RESPONDED_AT = 11;
  private static final int RESOLVED_AT = 12;
  private static final int CLOSED_AT = 13;
  private static final int MERGED_INTO = 14;
  private static final int EXTERNAL_ID = 15;
  private static final int VERSION = 16;
  private static final int CREATED_AT = 17;
  private static final int UPDATED_AT = 18;

  private static final List<String> COLUMN_NAMES = List.of(COLUMNS.split(", "));

  private TicketRow() {}

  public static Ticket ticket(ResultSet row) throws SQLException {
    return new Ticket(
        new TicketId(row.getLong(ID)),
        new TicketDetails(
            new EmployeeId(row.getLong(EMPLOYEE_ID)),
            new Title(row.getString(TITLE)),
            new Description(row.getString(DESCRIPTION)),
            status(row),
            priority(row),
            assignee(row),
            Set.copyOf(tags(row)),
            SqlValues.maybeInstant(row, DUE_AT)),
        new UserId(row.getLong(OWNER_ID)),
        milestones(row),
        mergedInto(row),
        externalId(row),
        new Version(row.getLong(VERSION)),
        SqlValues.instant(row, CREATED_AT),
        SqlValues.instant(row, UPDATED_AT));
  }

  static TicketView view(ResultSet row) throws SQLException {
    return new TicketView(
        new TicketId(row.getLong(ID)),
        row.getString(TITLE),
        row.getString(DESCRIPTION),
        status(row),
        priority(row),
        new EmployeeId(row.getLong(EMPLOYEE_ID)),
        new UserId(row.getLong(OWNER_ID)),
        assignee(row),
        tags(row),
        SqlValues.maybeInstant(row, DUE_AT),
        milestones(row),
        mergedInto(row),
        externalId(row),
        new Version(row.getLong(VERSION)),
        SqlValues.instant(row, CREATED_AT),
        SqlValues.instant(row, UPDATED_AT));
  }

  private static TicketStatus status(ResultSet row) throws SQLException {
    return TicketStatus.of(row.getString(STATUS)).orElseThrow();
  }

  private static Priority priority(ResultSet row) throws SQLException {
    return Priority.of(row.getString(PRIORITY)).orElseThrow();
  }

  private static Optional<UserId> assignee(ResultSet row) throws SQLException {
    long id = row.getLong(ASSIGNEE_ID);
    return row.wasNull() ? Optional.empty() : Optional.of(new UserId(id));
  }

  /** In the order of their names, as they are stored. */
  private static List<Tag> tags(ResultSet row) throws SQLException {
    return SqlValues.texts(row, TAGS).stream().map(Tag::new).toList();
  }

  private static Milestones milestones(ResultSet row) throws SQLException {
    return new Milestones(
        SqlValues.maybeInstant(row, FIRST_RESPONDED_AT),
        SqlValues.maybeInstant(row, RESOLVED_AT),
        SqlValues.maybeInstant(row, CLOSED_AT));
  }

  private static Optional<TicketId> mergedInto(ResultSet row) throws SQLException {
    long id = row.getLong(MERGED_INTO);
    return row.wasNull() ? Optional.empty() : Optional.of(new TicketId(id));
  }

  private static Optional<ExternalId> externalId(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getString(EXTERNAL_ID)).map(ExternalId::new);
  }

  /** The columns of the table under another name, in the order in which a ticket is read. */
  public static String columnsOf(String alias) {
    return COLUMN_NAMES.stream()
        .map(column -> alias + "." + column)
        .collect(Collectors.joining(", "));
  }

  /** Sets each column but the id to that of the row under another name. */
  public static String assignmentsFrom(String alias) {
    return COLUMN_NAMES.stream()
        .filter(column -> !column.equals("id"))
        .map(column -> column + " = " + alias + "." + column)
        .collect(Collectors.joining(", "));
  }

  /** Writes a ticket for COPY, in the order of {@link #COLUMNS}. */
  public static void copy(Ticket ticket, CopyText rows) {
    TicketDetails details = ticket.details();
    Milestones milestones = ticket.milestones();
    rows.number(ticket.id().value());
    rows.text(details.title().value()).text(details.description().value());
    rows.text(details.status().code()).text(details.priority().code());
    rows.number(details.employeeId().value()).number(ticket.ownerId().value());
    rows.optional(details.assigneeId().map(UserId::value));
    rows.texts(details.tags().stream().sorted().map(Tag::value).toList());
    rows.optional(details.dueAt()).optional(milestones.firstRespondedAt());
    rows.optional(milestones.resolvedAt()).optional(milestones.closedAt());
    rows.optional(ticket.mergedInto().map(TicketId::value));
    rows.optional(ticket.externalId().map(ExternalId::value));
    rows.number(ticket.version().number());
    rows.moment(ticket.createdAt()).moment(ticket.updatedAt());
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
