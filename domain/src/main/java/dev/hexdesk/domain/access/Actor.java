package dev.hexdesk.domain.access;

import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.UserId;
import java.util.Optional;
import java.util.Set;

/**
 * The user on whose behalf something is done, as they stand at this moment.
 *
 * @param scopes what their token was narrowed to; empty when it was not
 */
public record Actor(UserId id, Set<Role> roles, boolean disabled, Optional<Set<Scope>> scopes) {
  public Actor {
    roles = Set.copyOf(roles);
    scopes = scopes.map(Set::copyOf);
  }

  public boolean isAdministrator() {
    return roles.contains(Role.ADMIN);
  }

  /** Whether the token reaches this far; whether the roles do is another question. */
  boolean reaches(Scope scope) {
    return scopes.isEmpty() || scopes.get().contains(scope);
  }
}
