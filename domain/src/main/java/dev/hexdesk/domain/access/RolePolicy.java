package dev.hexdesk.domain.access;

import dev.hexdesk.domain.access.Decision.Escalation;
import dev.hexdesk.domain.access.Decision.Granted;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Decision.MissingScope;
import dev.hexdesk.domain.access.Decision.ReservedToAdministrators;
import dev.hexdesk.domain.access.Decision.UserDisabled;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserChanges;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Says which role grants what. What several roles grant adds up, and a token's scopes narrow it.
 */
public final class RolePolicy {
  private static final Decision GRANTED = new Granted();

  private final Map<Role, Set<Permission>> grants;

  /**
   * @param grants what each role grants; a role that is left out grants nothing
   */
  public RolePolicy(Map<Role, Set<Permission>> grants) {
    Map<Role, Set<Permission>> complete = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      Set<Permission> granted = EnumSet.noneOf(Permission.class);
      granted.addAll(grants.getOrDefault(role, Set.of()));
      complete.put(role, granted);
    }
    this.grants = complete;
  }

  /** Whether the actor may do what the permission stands for. */
  public Decision decide(Actor actor, Permission permission) {
    if (actor.disabled()) {
      return new UserDisabled();
    }
    if (!isGranted(actor.roles(), permission)) {
      return new MissingPermission(permission);
    }
    if (!actor.reaches(permission.scope())) {
      return new MissingScope(permission, permission.scope());
    }
    return GRANTED;
  }

  /** Whether the actor may do what the permission stands for, where a refusal needs no reason. */
  public boolean permits(Actor actor, Permission permission) {
    return decide(actor, permission).equals(GRANTED);
  }

  /** Whether the actor may do all of it; the first refusal counts. */
  public Decision decideAll(Actor actor, Set<Permission> permissions) {
    return permissions.stream()
        .sorted()
        .map(permission -> decide(actor, permission))
        .filter(decision -> !decision.equals(GRANTED))
        .findFirst()
        .orElse(GRANTED);
  }

  /**
   * What an actor must be permitted for the attributes that an update of a user names, changed or
   * not. One that names none still shows its caller the user, so it asks for the permission to
   * change the least.
   */
  public static Set<Permission> neededFor(UserChanges changes) {
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
  public Decision decideChangeOf(Actor actor, User user, Permission permission) {
    return user.isAdministrator() && !actor.isAdministrator()
        ? new ReservedToAdministrators(permission)
        : GRANTED;
  }

  /**
   * Whether the actor may get hold of what this user logs in with, their name or their password.
   * Administrators may; others must themselves have all that the user's roles grant, for whoever
   * sets a password can log in by it.
   */
  public Decision decideTakeover(Actor actor, User user, Permission permission) {
    Decision decision = decideChangeOf(actor, user, permission);
    if (decision instanceof Decision.Denial || actor.isAdministrator()) {
      return decision;
    }
    return grantedTo(actor.roles()).containsAll(grantedTo(user.profile().roles()))
        ? GRANTED
        : new Escalation(permission);
  }

  /**
   * Whether the actor may give or take roles. Administrators may; others neither touch the
   * administrator's role nor hand out one that can do more than they can.
   */
  public Decision decideRoles(
      Actor actor, Set<Role> before, Set<Role> after, Permission permission) {
    if (actor.isAdministrator()) {
      return GRANTED;
    }
    Set<Role> given = difference(after, before);
    if (given.contains(Role.ADMIN) || difference(before, after).contains(Role.ADMIN)) {
      return new ReservedToAdministrators(permission);
    }
    return grantedTo(actor.roles()).containsAll(grantedTo(given))
        ? GRANTED
        : new Escalation(permission);
  }

  /**
   * Whether tickets may be given to the user: who is disabled or can't change tickets can't work on
   * them.
   */
  public boolean mayBeAssigned(User user) {
    return mayBeAssigned(user.profile().roles(), user.profile().disabled());
  }

  /** Whether tickets may be given to a user of whom no more is known. */
  public boolean mayBeAssigned(Set<Role> roles, boolean disabled) {
    return !disabled && isGranted(roles, Permission.TICKET_UPDATE);
  }

  /**
   * Which comments the actor may see. Internal ones are for those alone who may read comments at
   * all.
   */
  public CommentAccess commentAccess(Actor actor) {
    if (!permits(actor, Permission.COMMENT_READ)) {
      return CommentAccess.NONE;
    }
    return permits(actor, Permission.COMMENT_READ_INTERNAL)
        ? CommentAccess.ALL
        : CommentAccess.PUBLIC;
  }

  private boolean isGranted(Set<Role> roles, Permission permission) {
    for (Role role : roles) {
      if (grants.getOrDefault(role, Set.of()).contains(permission)) {
        return true;
      }
    }
    return false;
  }

  /** All that the roles grant, no token considered. */
  public Set<Permission> grantedTo(Set<Role> roles) {
    Set<Permission> granted = EnumSet.noneOf(Permission.class);
    roles.forEach(role -> granted.addAll(grants.getOrDefault(role, Set.of())));
    return granted;
  }

  /** What the actor may do at this moment. */
  public Set<Permission> permissionsOf(Actor actor) {
    Set<Permission> inForce = grantedTo(actor.roles());
    inForce.removeIf(permission -> !decide(actor, permission).equals(GRANTED));
    return inForce;
  }

  /** The scopes in which the actor may do anything at this moment. */
  public Set<Scope> scopesOf(Actor actor) {
    Set<Scope> inForce = EnumSet.noneOf(Scope.class);
    permissionsOf(actor).forEach(permission -> inForce.add(permission.scope()));
    return inForce;
  }

  private static Set<Role> difference(Set<Role> from, Set<Role> less) {
    Set<Role> rest = new HashSet<>(from);
    rest.removeAll(less);
    return rest;
  }
}
