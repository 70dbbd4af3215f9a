package dev.hexdesk.persistence.ticket;

import dev.hexdesk.application.shared.Deletion;
import dev.hexdesk.application.shared.StaleVersion;
import dev.hexdesk.application.ticket.TicketRepository;
import dev.hexdesk.domain.ticket.Milestones;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketDetails;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.ticket.TicketRecord;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.persistence.handover.TicketMoves;
import dev.hexdesk.persistence.support.CacheInvalidation.Table;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps tickets in PostgreSQL. */
public record JdbiTicketRepository(JdbiUnitOfWork unitOfWork) implements TicketRepository {
  private static final Map<String, Storing> UNKNOWN =
      Map.of(
          "tickets_employee_exists", new Storing.UnknownEmployee(),
          "tickets_owner_exists", new Storing.UnknownOwner(),
          "tickets_assignee_exists", new Storing.UnknownAssignee());
  private static final Map<String, Deletion> IN_USE =
      Map.of("tickets_merged_into_exists", Deletion.IN_USE);

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

  private static final String FIND_FOR_UPDATE =
      "SELECT "
          + TicketTable.COLUMNS
          + ", EXISTS (SELECT FROM user_handovers WHERE from_id IN (owner_id, assignee_id))"
          + " AS handed_over FROM tickets WHERE id = ? FOR NO KEY UPDATE";

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
    unitOfWork.caches().invalidate(Table.TICKETS, ticket.id().value());
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
    Optional<Held> held = find(id);
    if (held.filter(Held::isHandedOver).isPresent()) {
      unitOfWork.with(
          handle -> {
            TicketMoves.move(handle, List.of(id.value()));
            return true;
          });
      held = find(id);
    }
    return held.map(Held::ticket);
  }

  /**
   * @param isHandedOver by its owner or assignee, who was deleted; it was not moved yet
   */
  private record Held(Ticket ticket, boolean isHandedOver) {}

  private Optional<Held> find(TicketId id) {
    return unitOfWork
        .rows()
        .findForUpdate(
            FIND_FOR_UPDATE,
            id.value(),
            row -> new Held(TicketTable.ticket(row), row.getBoolean("handed_over")));
  }

  @Override
  public Deletion delete(TicketId id) {
    unitOfWork.caches().invalidate(Table.TICKETS, id.value());
    return unitOfWork.write(
        IN_USE,
        handle ->
            handle.execute("DELETE FROM tickets WHERE id = ?", id.value()) == 0
                ? Deletion.UNKNOWN
                : Deletion.DELETED);
  }
}
