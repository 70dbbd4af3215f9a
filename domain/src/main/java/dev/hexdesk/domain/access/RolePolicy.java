package dev.hexdesk.domain.access;

import dev.hexdesk.domain.access.Decision.Granted;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Decision.MissingScope;
import dev.hexdesk.domain.access.Decision.UserDisabled;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Decides who may do what: by the permissions that roles grant, which add up, and the scopes that
 * narrow a token. {@link UserChangePolicy} decides on top of it who may change which user.
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

  /** Whether the actor may read the history of a ticket that has been deleted. */
  public boolean mayReadHistoryOfDeleted(Actor actor) {
    return actor.isAdministrator();
  }

  /**
   * Whether files that the actor imports may say who owns a ticket and when something happened to
   * it, which otherwise the server alone says.
   */
  public boolean mayRewriteHistory(Actor actor) {
    return actor.isAdministrator();
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
}
