package dev.hexdesk.application.user;

import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.shared.VersionedCommand;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserChanges;
import dev.hexdesk.domain.user.UserId;

/** Changes some of a user's attributes, each by its own permission: all of them or none. */
public interface ChangeUser {
  record Command(Actor actor, UserId id, Precondition precondition, UserChanges changes)
      implements VersionedCommand<UserId> {}

  /** The possible outcomes, of replacing a user, too. */
  sealed interface Result {
    /** The user as they are now, whether or not that differs from before. */
    record Changed(User user) implements Result {}

    record Refused(Refusal refusal) implements Result {}

    /** Neither a first nor a last name would be left. */
    record Nameless() implements Result {}

    /** Somebody else has that {@code username}, {@code phone} or {@code email}. */
    record AlreadyExists(String field) implements Result {}

    /** Nobody would be left who can log in and administer. */
    record LastAdministrator() implements Result {}
  }

  Result change(Command command);
}
