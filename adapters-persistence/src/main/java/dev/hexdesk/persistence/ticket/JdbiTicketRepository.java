package dev.hexdesk.persistence.ticket;

import dev.hexdesk.application.shared.StaleVersion;
import dev.hexdesk.application.ticket.TicketRepository;
import dev.hexdesk.application.user.TicketHandover;
import dev.hexdesk.domain.ticket.Milestones;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketDetails;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.TicketRecord;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.persistence.support.CacheInvalidation.Table;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.support.SqlValues;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Keeps tickets in PostgreSQL. */
public final class JdbiTicketRepository implements TicketRepository, TicketHandover {
  private static final Map<String, Storing> UNKNOWN =
      Map.of(
          "tickets_employee_exists", new Storing.UnknownEmployee(),
          "tickets_owner_exists", new Storing.UnknownOwner(),
          "tickets_assignee_exists", new Storing.UnknownAssignee());
  private static final Map<String, Deletion.InUse> IN_USE =
      Map.of("tickets_merged_into_exists", new Deletion.InUse());

  private static final String INSERT =
      "INSERT INTO tickets ("
          + TicketTable.RECORD.list()
          + ", version, updated_at) VALUES ("
          + TicketTable.RECORD.parameters()
          + ", 1, :created_at) RETURNING "
          + TicketTable.COLUMNS;

  private static final String UPDATE =
      "UPDATE tickets SET "
          + TicketTable.CHANGEABLE.assignments()
          + " WHERE id = :id AND version = :version - 1 RETURNING "
          + TicketTable.COLUMNS;

  private static final String REASSIGN =
      """
      WITH concerned AS (
        SELECT id, owner_id, assignee_id
          FROM tickets
         WHERE owner_id = :from OR assignee_id = :from
         ORDER BY id
           FOR NO KEY UPDATE
      ), recorded AS (
        INSERT INTO ticket_history (ticket_id, at, actor_id, actor_name, action, internal, changes)
        SELECT id, :now, :actor,
               coalesce((SELECT first_name || ' ' || last_name FROM users WHERE id = :actor), '?'),
               'handed_over', false,
               (SELECT jsonb_agg(jsonb_build_object(
                         'field', field, 'from', CAST(:from AS bigint), 'to', CAST(:to AS bigint)))
                  FROM (VALUES ('owner_id', owner_id), ('assignee_id', assignee_id))
                       AS held (field, holder)
                 WHERE holder = :from)
          FROM concerned
      )
      UPDATE tickets
         SET owner_id = CASE tickets.owner_id WHEN :from THEN :to ELSE tickets.owner_id END,
             assignee_id = CASE tickets.assignee_id WHEN :from THEN :to ELSE tickets.assignee_id END,
             version = version + 1, updated_at = :now
        FROM concerned
       WHERE tickets.id = concerned.id
      """;

  /** The tickets of years may be handed over at once. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final String FIND_FOR_UPDATE =
      "SELECT " + TicketTable.COLUMNS + " FROM tickets WHERE id = ? FOR NO KEY UPDATE";

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
                TicketTable.RECORD
                    .bind(
                        handle.createQuery(INSERT),
                        new TicketRecord(
                            details,
                            owner,
                            Milestones.of(details.status(), now),
                            Optional.empty(),
                            now))
                    .map((row, context) -> TicketTable.ticket(row))
                    .one()));
  }

  @Override
  public Storing update(Ticket ticket) {
    unitOfWork.changed(Table.TICKETS, ticket.id().value());
    return unitOfWork.write(
        UNKNOWN,
        handle ->
            TicketTable.ALL
                .bind(handle.createQuery(UPDATE), ticket)
                .map((row, context) -> TicketTable.ticket(row))
                .findOne()
                .map(Storing.Stored::new)
                .orElseThrow(() -> new StaleVersion("the ticket")));
  }

  @Override
  public Optional<Ticket> findForUpdate(TicketId id) {
    return unitOfWork.findForUpdate(FIND_FOR_UPDATE, id.value(), TicketTable::ticket);
  }

  @Override
  public Deletion delete(TicketId id) {
    unitOfWork.changed(Table.TICKETS, id.value());
    return unitOfWork.write(
        IN_USE,
        handle ->
            handle.execute("DELETE FROM tickets WHERE id = ?", id.value()) == 0
                ? new Deletion.Unknown()
                : new Deletion.Deleted());
  }

  @Override
  public void reassign(UserId from, UserId to, UserId actor, Instant now) {
    unitOfWork.manyChanged();
    if (unitOfWork.isRunning()) {
      unitOfWork.extend(PATIENCE);
    }
    unitOfWork.with(
        handle ->
            handle
                .createUpdate(REASSIGN)
                .bind("from", from.value())
                .bind("to", to.value())
                .bind("actor", actor.value())
                .bind("now", SqlValues.instant(now))
                .execute());
  }
}
