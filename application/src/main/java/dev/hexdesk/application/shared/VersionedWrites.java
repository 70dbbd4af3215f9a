package dev.hexdesk.application.shared;

import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.shared.Versioned;
import java.util.Optional;
import java.util.function.Function;

/**
 * How each change of one thing begins: who may not, what is not there and what has another version
 * is refused; and nobody else changes the thing meanwhile.
 *
 * @param hold finds the thing and keeps others from it until the unit of work ends
 */
public record VersionedWrites<I, V extends Versioned>(
    UnitOfWork unitOfWork, RolePolicy policy, Permission needed, Function<I, Optional<V>> hold) {
  /**
   * Does something to a thing, unless that is refused.
   *
   * @param refused what the use case answers then
   */
  public <R> R run(VersionedCommand<I> command, Function<Refusal, R> refused, Function<V, R> work) {
    if (policy.decide(command.actor(), needed) instanceof Denial denial) {
      return refused.apply(new Refusal.Denied(denial));
    }
    return unitOfWork.inTransaction(
        () -> {
          Optional<V> held = hold.apply(command.id());
          if (held.isEmpty()) {
            return refused.apply(new Refusal.Unknown());
          }
          return command.precondition().holdsFor(held.get().version())
              ? work.apply(held.get())
              : refused.apply(new Refusal.PreconditionFailed());
        });
  }
}
