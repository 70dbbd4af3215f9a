package dev.hexdesk.application.transfer;

import dev.hexdesk.application.access.ActorLookup;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;

/** The result of authorizing a caller again, at the end of something that took long. */
sealed interface Reauthorization {
  /** They may still do what they began. */
  record Granted() implements Reauthorization {}

  /** They lost the right meanwhile. */
  record Denied(Denial denial) implements Reauthorization {}

  /** Their token is no longer good for anything. */
  record TokenVoid() implements Reauthorization {}

  /**
   * @param before the actor at the beginning. Rows were read by the rules for those who may rewrite
   *     history if they might, so they must still.
   */
  static Reauthorization at(
      ActorLookup present, Actor before, Permission permission, RolePolicy policy) {
    return present
        .find()
        .map(now -> decide(now, before, permission, policy))
        .orElseGet(TokenVoid::new);
  }

  private static Reauthorization decide(
      Actor now, Actor before, Permission permission, RolePolicy policy) {
    if (policy.decide(now, permission) instanceof Denial denial) {
      return new Denied(denial);
    }
    return policy.mayRewriteHistory(before) && !policy.mayRewriteHistory(now)
        ? new Denied(new MissingPermission(permission))
        : new Granted();
  }
}
