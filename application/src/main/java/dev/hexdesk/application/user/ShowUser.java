package dev.hexdesk.application.user;

import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;

/** Shows one user. */
public interface ShowUser {
  record Query(Actor actor, UserId id) {}

  /** The possible outcomes. */
  sealed interface Result {
    record Found(User user) implements Result {}

    record Denied(Denial denial) implements Result {}

    record Unknown() implements Result {}
  }

  Result show(Query query);
}
