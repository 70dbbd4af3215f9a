package dev.hexdesk.persistence.handover;

import dev.hexdesk.application.user.TicketHandover;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.support.SqlValues;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Hands tickets over in PostgreSQL: few of them at once, many in batches. Meanwhile a row of {@code
 * user_handovers} makes readers see all of them as handed over.
 */
public record JdbiTicketHandover(JdbiUnitOfWork unitOfWork) implements TicketHandover {
  /** Any number that no other lock of its kind has. */
  private static final long PROCEEDING = 0x6865786465736b03L;

  private static final String NAME =
      "SELECT coalesce((SELECT concat_ws(' ', first_name, last_name) FROM users WHERE id = ?),"
          + " '?')";

  private static final String ADD =
      """
      INSERT INTO user_handovers (from_id, to_id, holder_id, actor_id, actor_name, at)
      VALUES (:from, :to, :to, :actor, :actorName, :at)
      """;
  private static final String ADD_WITHOUT_SUCCESSOR =
      "INSERT INTO user_handovers (from_id) VALUES (?)";

  /** Pending handovers to users who are deleted now go to their successor. */
  private static final String PASS_ON =
      "UPDATE user_handovers SET holder_id = ? WHERE holder_id = ?";

  private static final String OLDEST = "SELECT from_id FROM user_handovers ORDER BY id LIMIT 1";
  private static final String OLDEST_OF_TICKETS =
      "SELECT " + Handover.COLUMNS + " FROM user_handovers WHERE from_id = ? AND to_id IS NOT NULL";

  @Override
  public void reassign(UserId from, UserId to, UserId actor, Instant now) {
    unitOfWork.caches().invalidateAll();
    unitOfWork.with(
        handle -> {
          hold(handle, from);
          String actorName = handle.select(NAME, actor.value()).mapTo(String.class).one();
          Handover handover = new Handover(from, to, actor, actorName, now);
          boolean inherits = handle.execute(PASS_ON, to.value(), from.value()) > 0;
          TicketMoves.moveSome(handle, handover);
          if (inherits || TicketMoves.areLeft(handle, from)) {
            add(handle, handover);
          }
          return true;
        });
  }

  private static void add(Handle handle, Handover handover) {
    handle
        .createUpdate(ADD)
        .bind("from", handover.from().value())
        .bind("to", handover.to().value())
        .bind("actor", handover.actor().value())
        .bind("actorName", handover.actorName())
        .bind("at", SqlValues.instant(handover.at()))
        .execute();
  }

  /**
   * Sees to it that the deletion of a user does not have to change more than some comments; nothing
   * is done for who can't be deleted, as there are tickets and no successor.
   */
  public static void letGo(Handle handle, UserId leaving) {
    hold(handle, leaving);
    if (isLeaving(handle, leaving)
        || isNeeded(handle, leaving)
        || !AuthorRemovals.removeSome(handle, leaving)) {
      return;
    }
    if (AuthorRemovals.areLeft(handle, leaving)) {
      handle.execute(ADD_WITHOUT_SUCCESSOR, leaving.value());
    }
  }

  /** Waits for whoever is naming the user right now, and keeps others from doing so. */
  private static void hold(Handle handle, UserId user) {
    handle
        .select("SELECT id FROM user_ids WHERE id = ? FOR UPDATE", user.value())
        .mapTo(Long.class)
        .findOne();
  }

  private static boolean isLeaving(Handle handle, UserId user) {
    return handle
        .select("SELECT EXISTS (SELECT FROM user_handovers WHERE from_id = ?)", user.value())
        .mapTo(boolean.class)
        .one();
  }

  private static boolean isNeeded(Handle handle, UserId user) {
    return TicketMoves.areLeft(handle, user)
        || handle
            .select("SELECT EXISTS (SELECT FROM user_handovers WHERE holder_id = ?)", user.value())
            .mapTo(boolean.class)
            .one();
  }

  @Override
  public boolean proceed() {
    return unitOfWork.inTransaction(
        () ->
            unitOfWork.locks().tryLock(PROCEEDING) && unitOfWork.with(JdbiTicketHandover::proceed));
  }

  private static boolean proceed(Handle handle) {
    Optional<UserId> oldest = handle.select(OLDEST).mapTo(Long.class).findOne().map(UserId::new);
    return oldest.isPresent() && proceed(handle, oldest.get());
  }

  private static boolean proceed(Handle handle, UserId from) {
    boolean moved =
        handle
            .select(OLDEST_OF_TICKETS, from.value())
            .map((row, context) -> Handover.read(row))
            .findOne()
            .filter(handover -> TicketMoves.moveSome(handle, handover))
            .isPresent();
    if (moved || AuthorRemovals.removeSome(handle, from)) {
      return true;
    }
    // What others were changing is left for another time.
    if (TicketMoves.areLeft(handle, from) || AuthorRemovals.areLeft(handle, from)) {
      return false;
    }
    handle.execute("DELETE FROM user_handovers WHERE from_id = ?", from.value());
    handle.execute("DELETE FROM user_ids WHERE id = ?", from.value());
    return true;
  }
}
