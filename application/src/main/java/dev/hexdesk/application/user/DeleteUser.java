package dev.hexdesk.application.user;

import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.shared.VersionedCommand;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.user.UserId;
import java.util.Optional;

/** Lets a member of staff go. */
public interface DeleteUser {
  /**
   * @param successor who takes over the tickets that name the user; without one such tickets
   *     prevent the deletion
   */
  record Command(Actor actor, UserId id, Precondition precondition, Optional<UserId> successor)
      implements VersionedCommand<UserId> {}

  /** The possible outcomes. */
  sealed interface Result {
    record Deleted() implements Result {}

    record Refused(Refusal refusal) implements Result {}

    /** Tickets name the user, and nobody was named to take them over. */
    record InUse() implements Result {}

    /**
     * The successor is unknown, disabled, may not work on tickets, or is the user to be deleted.
     */
    record UnsuitableSuccessor() implements Result {}

    /** Nobody would be left who can log in and administer. */
    record LastAdministrator() implements Result {}
  }

  Result delete(Command command);
}
