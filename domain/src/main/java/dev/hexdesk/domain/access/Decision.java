package dev.hexdesk.domain.access;

/** Whether an actor may do a thing, and if not, why. */
public sealed interface Decision {

  record Granted() implements Decision {}

  /** The reasons to refuse. */
  sealed interface Denial extends Decision {}

  /** The actor is disabled: nothing but the authentication section is open to them. */
  record UserDisabled() implements Denial {}

  /** None of the actor's roles grants it. */
  record MissingPermission(Permission permission) implements Denial {}

  /** A role grants it, but the token was narrowed to other scopes. */
  record MissingScope(Permission permission, Scope scope) implements Denial {}

  /** Only an administrator may change an administrator, or make one. */
  record ReservedToAdministrators(Permission permission) implements Denial {}

  /** Nobody may hand out a role, or the login of a user, that can do more than they can. */
  record Escalation(Permission permission) implements Denial {}
}
