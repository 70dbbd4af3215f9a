package dev.hexdesk.application.user;

import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;

/** Shows one user. */
public interface ShowUser {
  record Query(Actor actor, UserId id) {}

  ReadResult<User> show(Query query);
}
