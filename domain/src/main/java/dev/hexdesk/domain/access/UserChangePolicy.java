package dev.hexdesk.domain.access;

import dev.hexdesk.domain.access.Decision.Escalation;
import dev.hexdesk.domain.access.Decision.Granted;
import dev.hexdesk.domain.access.Decision.ReservedToAdministrators;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserChanges;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Decides who may change which user. Having the permission is not enough: nobody may make
 * themselves, or anybody else, able to do more than they can.
 */
public final class UserChangePolicy {
  private final RolePolicy roles;

  public UserChangePolicy(RolePolicy roles) {
    this.roles = roles;
  }

  /**
   * What an actor must be permitted for the attributes that an update of a user names, changed or
   * not. One that names none still shows its caller the user, so it asks for the permission to
   * change the least.
   */
  public static Set<Permission> permissionsFor(UserChanges changes) {
    Set<Permission> needed = EnumSet.noneOf(Permission.class);
    if (changes.username().isMade() || changes.roles().isMade()) {
      needed.add(Permission.USER_UPDATE);
    }
    if (changes.firstName().isMade()
        || changes.lastName().isMade()
        || changes.phone().isMade()
        || changes.email().isMade()) {
      needed.add(Permission.USER_UPDATE_CONTACTS);
    }
    if (changes.disabled().isMade()) {
      needed.add(Permission.USER_UPDATE_DISABLED);
    }
    if (changes.loginDenied().isMade()) {
      needed.add(Permission.USER_UPDATE_LOGIN_DENIED);
    }
    return needed.isEmpty() ? EnumSet.of(Permission.USER_UPDATE_CONTACTS) : needed;
  }

  /** Whether the actor may change this user at all: who is no administrator can't change one. */
  public Decision decideChange(Actor actor, User user, Permission permission) {
    return user.isAdministrator() && !actor.isAdministrator()
        ? new ReservedToAdministrators(permission)
        : new Granted();
  }

  /**
   * Whether the actor may get hold of what this user logs in with, their name or their password.
   * Administrators may; others must themselves have all that the user's roles grant, for whoever
   * sets a password can log in by it.
   */
  public Decision decideCredentialChange(Actor actor, User user, Permission permission) {
    Decision decision = decideChange(actor, user, permission);
    if (decision instanceof Decision.Denial || actor.isAdministrator()) {
      return decision;
    }
    return roles.grantedTo(actor.roles()).containsAll(roles.grantedTo(user.profile().roles()))
        ? new Granted()
        : new Escalation(permission);
  }

  /**
   * Whether the actor may give or take roles. Administrators may; others neither touch the
   * administrator's role nor hand out one that can do more than they can.
   */
  public Decision decideRoleChange(
      Actor actor, Set<Role> before, Set<Role> after, Permission permission) {
    if (actor.isAdministrator()) {
      return new Granted();
    }
    Set<Role> added = difference(after, before);
    if (added.contains(Role.ADMIN) || difference(before, after).contains(Role.ADMIN)) {
      return new ReservedToAdministrators(permission);
    }
    return roles.grantedTo(actor.roles()).containsAll(roles.grantedTo(added))
        ? new Granted()
        : new Escalation(permission);
  }

  private static Set<Role> difference(Set<Role> from, Set<Role> less) {
    Set<Role> rest = new HashSet<>(from);
    rest.removeAll(less);
    return rest;
  }
}
