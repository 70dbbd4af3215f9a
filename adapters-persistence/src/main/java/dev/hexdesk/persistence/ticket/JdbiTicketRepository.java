package dev.hexdesk.persistence.ticket;

import dev.hexdesk.application.shared.StaleVersion;
import dev.hexdesk.application.ticket.TicketRepository;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketDetails;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.support.SqlValues;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Keeps tickets in PostgreSQL. */
public final class JdbiTicketRepository implements TicketRepository {
  private static final Map<String, Storing> UNKNOWN =
      Map.of(
          "tickets_employee_exists", new Storing.UnknownEmployee(),
          "tickets_owner_exists", new Storing.UnknownOwner(),
          "tickets_assignee_exists", new Storing.UnknownAssignee());

  private static final String INSERT =
      """
      INSERT INTO tickets (
        title, description, status, priority, employee_id, owner_id, assignee_id, version,
        created_at, updated_at)
      VALUES (
        :title, :description, :status, :priority, :employeeId, :ownerId, :assigneeId, 1, :now, :now)
      RETURNING
      """
          + TicketRow.COLUMNS;

  private static final String UPDATE =
      """
      UPDATE tickets
         SET title = :title, description = :description, status = :status, priority = :priority,
             employee_id = :employeeId, assignee_id = :assigneeId, version = :version,
             updated_at = :updatedAt
       WHERE id = :id AND version = :version - 1
      RETURNING
      """
          + TicketRow.COLUMNS;

  private static final String REASSIGN =
      """
      UPDATE tickets
         SET owner_id = CASE owner_id WHEN :from THEN :to ELSE owner_id END,
             assignee_id = CASE assignee_id WHEN :from THEN :to ELSE assignee_id END,
             version = version + 1, updated_at = :now
       WHERE owner_id = :from OR assignee_id = :from
      """;

  private static final String FIND_FOR_UPDATE =
      "SELECT " + TicketRow.COLUMNS + " FROM tickets WHERE id = ? FOR NO KEY UPDATE";

  private final JdbiUnitOfWork unitOfWork;

  public JdbiTicketRepository(JdbiUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Storing insert(TicketDetails details, UserId owner, Instant now) {
    return unitOfWork.write(
        UNKNOWN,
        handle ->
            new Storing.Stored(
                TicketRow.bind(handle.createQuery(INSERT), details)
                    .bind("ownerId", owner.value())
                    .bind("now", SqlValues.instant(now))
                    .map((row, context) -> TicketRow.ticket(row))
                    .one()));
  }

  @Override
  public Storing update(Ticket ticket) {
    return unitOfWork.write(
        UNKNOWN,
        handle ->
            TicketRow.bind(handle.createQuery(UPDATE), ticket.details())
                .bind("id", ticket.id().value())
                .bind("version", ticket.version().number())
                .bind("updatedAt", SqlValues.instant(ticket.updatedAt()))
                .map((row, context) -> TicketRow.ticket(row))
                .findOne()
                .map(Storing.Stored::new)
                .orElseThrow(() -> new StaleVersion("the ticket")));
  }

  @Override
  public Optional<Ticket> findForUpdate(TicketId id) {
    return unitOfWork.findForUpdate(FIND_FOR_UPDATE, id.value(), TicketRow::ticket);
  }

  @Override
  public boolean delete(TicketId id) {
    return unitOfWork.with(
        handle -> handle.execute("DELETE FROM tickets WHERE id = ?", id.value()) == 1);
  }

  @Override
  public void reassign(UserId from, UserId to, Instant now) {
    unitOfWork.with(
        handle ->
            handle
                .createUpdate(REASSIGN)
                .bind("from", from.value())
                .bind("to", to.value())
                .bind("now", SqlValues.instant(now))
                .execute());
  }
}
