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
 */
public final class IdempotencyService implements IdempotentExecution {
  private final UnitOfWork unitOfWork;
  private final IdempotencyRepository records;
  private final RolePolicy policy;
  private final Duration retention;
  private final InstantSource clock;

  /**
   * @param retention how long an answer is kept
   */
  public IdempotencyService(
      UnitOfWork unitOfWork,
      IdempotencyRepository records,
      RolePolicy policy,
      Duration retention,
      InstantSource clock) {
    this.unitOfWork = unitOfWork;
    this.records = records;
    this.policy = policy;
    this.retention = retention;
    this.clock = clock;
  }

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
