package dev.hexdesk.application.authentication;

import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.user.User;
import java.util.Set;

/** Shows callers themselves: open to every user, disabled ones too. */
public interface CurrentUser {
  /** The possible outcomes. */
  sealed interface Result {
    /** The caller, with what they may do at this moment, roles, scopes and flags considered. */
    record Me(User user, Set<Permission> permissions, Set<Scope> scopes) implements Result {
      public Me {
        permissions = Set.copyOf(permissions);
        scopes = Set.copyOf(scopes);
      }
    }

    /** The caller was deleted since their token was checked. */
    record Gone() implements Result {}
  }

  Result show(Actor actor);
}
