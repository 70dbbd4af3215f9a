package dev.hexdesk.persistence.ticket;

import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Coded;
import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.Description;
import dev.hexdesk.domain.ticket.Milestones;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketDetails;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.TicketRecord;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.ticket.Title;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.persistence.handover.PendingHandovers;
import dev.hexdesk.persistence.support.SqlValues;
import dev.hexdesk.persistence.support.TableColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The table of tickets: what its columns hold, and how a ticket is read from them. */
public final class TicketTable {
  /** All columns in their order. It is written out, as statements are made of constants alone. */
  public static final String COLUMNS =
      "id, title, description, status, priority, employee_id, owner_id, assignee_id, tags, due_at,"
          + " first_responded_at, resolved_at, closed_at, external_id, created_at, merged_into,"
          + " version, updated_at";

  /** What a ticket brings with it; the rest is the repository's. */
  static final TableColumns<TicketRecord> RECORD =
      new TableColumns.Builder<TicketRecord>()
          .text("title", it -> it.details().title().value())
          .text("description", it -> it.details().description().value())
          .text("status", it -> it.details().status().code())
          .text("priority", it -> it.details().priority().code())
          .number("employee_id", it -> it.details().employeeId().value())
          .number("owner_id", it -> it.ownerId().value())
          .maybeNumber("assignee_id", it -> it.details().assigneeId().map(UserId::value))
          .texts("tags", it -> it.details().tags().stream().sorted().map(Tag::value).toList())
          .maybeMoment("due_at", it -> it.details().dueAt())
          .maybeMoment("first_responded_at", it -> it.milestones().firstRespondedAt())
          .maybeMoment("resolved_at", it -> it.milestones().resolvedAt())
          .maybeMoment("closed_at", it -> it.milestones().closedAt())
          .maybeText("external_id", it -> it.externalId().map(ExternalId::value))
          .moment("created_at", TicketRecord::createdAt)
          .build();

  /** All that a change can write: everything but the id. */
  public static final TableColumns<Ticket> CHANGEABLE =
      new TableColumns.Builder<Ticket>()
          .all(RECORD, Ticket::toRecord)
          .maybeNumber("merged_into", it -> it.mergedInto().map(TicketId::value))
          .number("version", it -> it.version().number())
          .moment("updated_at", Ticket::updatedAt)
          .build();

  /** What is in {@link #COLUMNS}, which {@link #ticket} reads. */
  public static final TableColumns<Ticket> ALL =
      new TableColumns.Builder<Ticket>()
          .number("id", it -> it.id().value())
          .all(CHANGEABLE, it -> it)
          .build(COLUMNS);

  // Where they are: a page reads each of them fifty times, and looking for their names takes time.
  private static final int ID = ALL.positionOf("id");
  private static final int TITLE = ALL.positionOf("title");
  private static final int DESCRIPTION = ALL.positionOf("description");
  private static final int STATUS = ALL.positionOf("status");
  private static final int PRIORITY = ALL.positionOf("priority");
  private static final int EMPLOYEE_ID = ALL.positionOf("employee_id");
  private static final int OWNER_ID = ALL.positionOf("owner_id");
  private static final int ASSIGNEE_ID = ALL.positionOf("assignee_id");
  private static final int TAGS = ALL.positionOf("tags");
  private static final int DUE_AT = ALL.positionOf("due_at");
  private static final int FIRST_RESPONDED_AT = ALL.positionOf("first_responded_at");
  private static final int RESOLVED_AT = ALL.positionOf("resolved_at");
  private static final int CLOSED_AT = ALL.positionOf("closed_at");
  private static final int MERGED_INTO = ALL.positionOf("merged_into");
  private static final int EXTERNAL_ID = ALL.positionOf("external_id");
  private static final int VERSION = ALL.positionOf("version");
  private static final int CREATED_AT = ALL.positionOf("created_at");
  private static final int UPDATED_AT = ALL.positionOf("updated_at");

  /** For those who show tickets: also whose they are to become. */
  static final String SHOWN_COLUMNS = COLUMNS + ", " + PendingHandovers.COLUMN;

  private static final int HANDOVERS = UPDATED_AT + 1;

  private TicketTable() {}

  /** A ticket as it is stored, and what is to be read into it. */
  record Shown(Ticket stored, PendingHandovers handovers) {
    Ticket ticket() {
      return handovers.appliedTo(stored);
    }
  }

  /** Reads {@link #SHOWN_COLUMNS}. */
  static Shown shown(ResultSet row) throws SQLException {
    return new Shown(ticket(row), PendingHandovers.of(row, HANDOVERS));
  }

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
            tags(row),
            SqlValues.maybeInstant(row, DUE_AT)),
        new UserId(row.getLong(OWNER_ID)),
        milestones(row),
        mergedInto(row),
        externalId(row),
        new Version(row.getLong(VERSION)),
        SqlValues.instant(row, CREATED_AT),
        SqlValues.instant(row, UPDATED_AT));
  }

  private static TicketStatus status(ResultSet row) throws SQLException {
    return Coded.find(TicketStatus.class, row.getString(STATUS)).orElseThrow();
  }

  private static Priority priority(ResultSet row) throws SQLException {
    return Coded.find(Priority.class, row.getString(PRIORITY)).orElseThrow();
  }

  private static Optional<UserId> assignee(ResultSet row) throws SQLException {
    long id = row.getLong(ASSIGNEE_ID);
    return row.wasNull() ? Optional.empty() : Optional.of(new UserId(id));
  }

  private static Set<Tag> tags(ResultSet row) throws SQLException {
    List<String> stored = SqlValues.texts(row, TAGS);
    Tag[] tags = new Tag[stored.size()];
    for (int at = 0; at < tags.length; at++) {
      tags[at] = new Tag(stored.get(at));
    }
    return Set.of(tags);
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

  /** What the generated column {@code priority_rank} holds for a priority. */
  static int rank(Priority priority) {
    return switch (priority) {
      case LOW -> 1;
      case NORMAL -> 2;
      case HIGH -> 3;
      case URGENT -> 4;
    };
  }
}
