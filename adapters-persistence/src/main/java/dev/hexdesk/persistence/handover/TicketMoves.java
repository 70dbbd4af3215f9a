package dev.hexdesk.persistence.handover;

import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.persistence.support.SqlValues;
import java.util.Collection;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Writes pending handovers into the rows of the tickets, which are read as handed over already. */
public final class TicketMoves {
  private static final String PENDING =
      "SELECT " + Handover.COLUMNS + " FROM user_handovers WHERE to_id IS NOT NULL ORDER BY id";

  private static final String CONCERNED =
      "WITH concerned AS (SELECT id, owner_id, assignee_id FROM tickets ";

  /** So few, as their rows are locked until all of them are moved; and nobody is waited for. */
  private static final String SOME = " ORDER BY id LIMIT 200 FOR NO KEY UPDATE SKIP LOCKED";

  private static final String MOVE =
      """
      ), recorded AS (
        INSERT INTO ticket_history (ticket_id, at, actor_id, actor_name, action, internal, changes)
        SELECT id, :at, :actor, :actorName, 'handed_over', false,
               (SELECT jsonb_agg(jsonb_build_object(
                         'field', field, 'from', CAST(:from AS bigint), 'to', CAST(:to AS bigint)))
                  FROM (VALUES ('owner_id', owner_id), ('assignee_id', assignee_id))
                       AS held (field, holder)
                 WHERE holder = :from)
          FROM concerned
         ORDER BY id
      )
      UPDATE tickets
         SET owner_id = CASE tickets.owner_id WHEN :from THEN :to ELSE tickets.owner_id END,
             assignee_id = CASE tickets.assignee_id WHEN :from THEN :to ELSE tickets.assignee_id END,
             version = version + 1, updated_at = greatest(updated_at, :at)
        FROM concerned
       WHERE tickets.id = concerned.id
      """;
  private static final String MOVE_THESE =
      CONCERNED + "WHERE id = ANY (:tickets) AND (owner_id = :from OR assignee_id = :from)" + MOVE;
  private static final String MOVE_SOME_OWNED = CONCERNED + "WHERE owner_id = :from" + SOME + MOVE;
  private static final String MOVE_SOME_ASSIGNED =
      CONCERNED + "WHERE assignee_id = :from" + SOME + MOVE;

  private TicketMoves() {}

  /**
   * Moves these tickets to who has inherited them, as far as they are still somebody's who is gone.
   * The unit of the handle must hold their rows.
   */
  public static void move(Handle handle, Collection<Long> tickets) {
    if (tickets.isEmpty()) {
      return;
    }
    handle
        .createQuery(PENDING)
        .map((row, context) -> Handover.read(row))
        .list()
        .forEach(
            handover ->
                bind(handle.createUpdate(MOVE_THESE), handover)
                    .bind("tickets", SqlValues.array("bigint", tickets))
                    .execute());
  }

  /** Moves some tickets that nobody else is changing, and tells whether there were any. */
  static boolean moveSome(Handle handle, Handover handover) {
    int owned = bind(handle.createUpdate(MOVE_SOME_OWNED), handover).execute();
    int assigned = bind(handle.createUpdate(MOVE_SOME_ASSIGNED), handover).execute();
    return owned + assigned > 0;
  }

  private static Update bind(Update statement, Handover handover) {
    return statement
        .bind("from", handover.from().value())
        .bind("to", handover.to().value())
        .bind("actor", handover.actor().value())
        .bind("actorName", handover.actorName())
        .bind("at", SqlValues.instant(handover.at()));
  }

  static boolean areLeft(Handle handle, UserId from) {
    return handle
        .createQuery(
            """
            SELECT EXISTS (SELECT FROM tickets WHERE owner_id = :from)
                OR EXISTS (SELECT FROM tickets WHERE assignee_id = :from)
            """)
        .bind("from", from.value())
        .mapTo(boolean.class)
        .one();
  }
}
