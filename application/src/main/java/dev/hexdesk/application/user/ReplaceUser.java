package dev.hexdesk.application.user;

import dev.hexdesk.application.shared.VersionedCommand;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.UserProfile;

/** Replaces all of a user but the password. */
public interface ReplaceUser {
  record Command(Actor actor, UserId id, Precondition precondition, UserProfile profile)
      implements VersionedCommand<UserId> {}

  ChangeUser.Result replace(Command command);
}
