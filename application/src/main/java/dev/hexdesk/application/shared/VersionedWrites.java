package dev.hexdesk.application.shared;

import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.shared.Versioned;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * How each change of one thing begins: who may not, what is not there and what has another version
 * is refused; and nobody else changes the thing meanwhile.
 */
public record VersionedWrites(UnitOfWork unitOfWork, RolePolicy policy) {
  /**
   * Does something to a thing, unless that is refused.
   *
   * @param hold finds the thing and keeps others from it until the unit of work ends
   * @param refused what the use case answers then
   */
  public <V extends Versioned, R> R run(
      VersionedCommand command,
      Permission needed,
      Supplier<Optional<V>> hold,
      Function<Refusal, R> refused,
      Function<V, R> work) {
    if (policy.decide(command.actor(), needed) instanceof Denial denial) {
      return refused.apply(new Refusal.Denied(denial));
    }
    return unitOfWork.inTransaction(
        () -> {
          Optional<V> held = hold.get();
          if (held.isEmpty()) {
            return refused.apply(new Refusal.Unknown());
          }
          return command.precondition().holdsFor(held.get().version())
              ? work.apply(held.get())
              : refused.apply(new Refusal.PreconditionFailed());
        });
  }
}
