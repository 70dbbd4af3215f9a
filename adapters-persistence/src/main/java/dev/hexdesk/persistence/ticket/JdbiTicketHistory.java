package dev.hexdesk.persistence.ticket;

import dev.hexdesk.application.shared.Page;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.ticket.HistoryEntry;
import dev.hexdesk.application.ticket.TicketHistory;
import dev.hexdesk.application.ticket.TicketHistoryQueries;
import dev.hexdesk.domain.access.CommentAccess;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Coded;
import dev.hexdesk.domain.ticket.TicketAction;
import dev.hexdesk.domain.ticket.TicketEvent;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.persistence.comment.InternalRows;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.support.KeysetList;
import dev.hexdesk.persistence.support.SortColumn;
import dev.hexdesk.persistence.support.SqlValues;
import dev.hexdesk.persistence.support.WhereClause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;

/** Keeps tickets' histories in PostgreSQL, in a table that can only be added to. */
public record JdbiTicketHistory(JdbiUnitOfWork unitOfWork)
    implements TicketHistory, TicketHistoryQueries {
  private enum SortField {
    ID
  }

  /** Where the actor was deleted meanwhile, their id stands for the name. */
  private static final String INSERT =
      """
      INSERT INTO ticket_history (ticket_id, at, actor_id, actor_name, action, internal, changes)
      SELECT ?, ?, actor,
             coalesce((SELECT concat_ws(' ', first_name, last_name) FROM users WHERE id = actor), '?'),
             ?, ?, CAST(? AS jsonb)
        FROM CAST(? AS bigint) AS actor
      """;

  private static final KeysetList<SortField, HistoryEntry> LIST =
      new KeysetList<>(
          "ticket_history",
          "id, at, actor_id, actor_name, action, changes",
          (row, context) -> entry(row),
          field -> SortColumn.number("id", HistoryEntry::id),
          HistoryEntry::id);

  private record Placed(TicketId ticket, HistoryEntry entry) {}

  private static final KeysetList<SortField, Placed> OF_EMPLOYEE =
      new KeysetList<>(
          "ticket_history",
          "id, ticket_id, at, actor_id, actor_name, action, changes",
          (row, context) -> new Placed(new TicketId(row.getLong("ticket_id")), entry(row)),
          field -> SortColumn.number("id", placed -> placed.entry().id()),
          placed -> placed.entry().id());

  @Override
  public void record(TicketEvent event) {
    unitOfWork.defer(
        INSERT,
        row -> {
          row.setLong(1, event.ticketId().value());
          row.setObject(2, SqlValues.stored(event.at()));
          row.setString(3, event.action().code());
          row.setBoolean(4, event.internal());
          row.setString(5, HistoryJson.write(event.changes()));
          row.setLong(6, event.actorId().value());
        });
  }

  @Override
  public Page<HistoryEntry> list(TicketId ticket, CommentAccess access, PageSelection page) {
    WhereClause wanted = new WhereClause();
    wanted.add("ticket_id = ?", SqlValues.number(ticket.value()));
    InternalRows.restrict(wanted, access);
    if (access == CommentAccess.NONE) {
      wanted.add("action NOT IN ('comment_added', 'comment_changed', 'comment_deleted')");
    }
    return unitOfWork.with(handle -> LIST.page(handle, wanted, Sort.ascending(SortField.ID), page));
  }

  /**
   * Hands over what happened around an employee, with the ticket that it happened to, within the
   * transaction of the handle.
   */
  public static void forEachOf(
      Handle handle,
      EmployeeId employee,
      CommentAccess access,
      BiConsumer<TicketId, HistoryEntry> handler) {
    WhereClause wanted = new WhereClause();
    wanted.add("id IN (SELECT hexdesk_history_of(?))", SqlValues.number(employee.value()));
    InternalRows.restrict(wanted, access);
    OF_EMPLOYEE.forEach(
        handle,
        wanted,
        Sort.ascending(SortField.ID),
        placed -> handler.accept(placed.ticket(), placed.entry()));
  }

  @Override
  public boolean knows(TicketId ticket) {
    return unitOfWork.with(
        handle ->
            handle
                .createQuery("SELECT EXISTS (SELECT FROM ticket_history WHERE ticket_id = ?)")
                .bind(0, ticket.value())
                .mapTo(boolean.class)
                .one());
  }

  private static HistoryEntry entry(ResultSet row) throws SQLException {
    return new HistoryEntry(
        row.getLong("id"),
        SqlValues.instant(row, "at"),
        new UserId(row.getLong("actor_id")),
        row.getString("actor_name"),
        Coded.find(TicketAction.class, row.getString("action")).orElseThrow(),
        HistoryJson.read(row.getString("changes")));
  }
}
