package dev.hexdesk.application.idempotency;

import dev.hexdesk.domain.access.Permission;
import java.time.Instant;
import java.util.Set;

/** Remembers which work was done under a key, and what was answered then. */
public interface IdempotencyRepository {
  /** How the work stands. */
  sealed interface Claim {
    /** It is the present unit's to do: until that ends, everybody else finds it running. */
    record Granted() implements Claim {}

    /** Another unit is doing it at this moment. */
    record Running() implements Claim {}

    /** Under the same name something else was asked for. */
    record DoneWithAnotherBody() implements Claim {}

    record Done(Outcome outcome) implements Claim {}
  }

  /**
   * How work ended.
   *
   * @param permissions all that its caller might do then
   */
  record Outcome(Set<Permission> permissions, StoredResult answer) {
    public Outcome {
      permissions = Set.copyOf(permissions);
    }
  }

  /**
   * Claims work for the present unit of work, without ever waiting for another one.
   *
   * @param bodyHash stands for what is asked for
   */
  Claim claim(ScopedIdempotencyKey work, Bytes bodyHash, Instant now);

  /**
   * Remembers, with the present unit of work, how the work ended that the unit claimed; and forgets
   * some of what has expired.
   *
   * @param expiresAt from when on the work counts as never done
   */
  void keep(
      ScopedIdempotencyKey work, Bytes bodyHash, Outcome outcome, Instant now, Instant expiresAt);
}
