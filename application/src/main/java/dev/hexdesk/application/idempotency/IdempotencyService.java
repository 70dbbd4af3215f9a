package dev.hexdesk.application.idempotency;

import dev.hexdesk.application.idempotency.IdempotencyRepository.Claim;
import dev.hexdesk.application.idempotency.IdempotencyRepository.Outcome;
import dev.hexdesk.application.shared.UnitOfWork;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.RolePolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Keeps the answer in the transaction of the work, so that there is never one without the other.
 *
 * @param retention how long an answer is kept
 */
public record IdempotencyService(
    UnitOfWork unitOfWork,
    IdempotencyRepository records,
    RolePolicy policy,
    Duration retention,
    InstantSource clock)
    implements IdempotentExecution {
  @Override
  public Result answer(Command command, Supplier<StoredResult> work) {
    return unitOfWork.inTransaction(() -> claimAndAnswer(command, work));
  }

  private Result claimAndAnswer(Command command, Supplier<StoredResult> work) {
    ScopedIdempotencyKey name =
        new ScopedIdempotencyKey(command.actor().id(), command.operation(), command.key());
    return switch (records.claim(name, command.bodyHash(), clock.instant())) {
      case Claim.Running() -> new Result.StillRunning();
      case Claim.DoneWithAnotherBody() -> new Result.KeyReused();
      case Claim.Done(Outcome outcome) -> replay(command, outcome);
      case Claim.Granted() -> {
        StoredResult answer = work.get();
        Outcome outcome = new Outcome(policy.permissionsOf(command.actor()), answer);
        Instant now = clock.instant();
        records.keep(name, command.bodyHash(), outcome, now, now.plus(retention));
        yield new Result.Answered(answer);
      }
    };
  }

  /**
   * What an answer shows depends on what its caller might see, and nobody but the work itself could
   * tell how; so whoever may do less than then does not see it again.
   */
  private Result replay(Command command, Outcome outcome) {
    return policy.decideAll(command.actor(), outcome.permissions()) instanceof Denial denial
        ? new Result.Denied(denial)
        : new Result.Replayed(outcome.answer());
  }
}
