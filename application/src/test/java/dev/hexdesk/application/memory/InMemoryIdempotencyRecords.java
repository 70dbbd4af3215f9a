package dev.hexdesk.application.memory;

import dev.hexdesk.application.idempotency.Bytes;
import dev.hexdesk.application.idempotency.IdempotencyRepository;
import dev.hexdesk.application.idempotency.ScopedIdempotencyKey;
import java.time.Instant;

/** Answers in memory. One transaction runs at a time, so nothing is ever found running. */
public record InMemoryIdempotencyRecords(InMemoryDepartment department)
    implements IdempotencyRepository {
  record Kept(Bytes bodyHash, Outcome outcome, Instant expiresAt) {}

  @Override
  public Claim claim(ScopedIdempotencyKey work, Bytes bodyHash, Instant now) {
    department.unitOfWork.requireTransaction();
    return department.unitOfWork.statement(
        () -> {
          Kept kept = department.idempotency.get(work);
          if (kept == null || !kept.expiresAt().isAfter(now)) {
            return new Claim.Granted();
          }
          return kept.bodyHash().equals(bodyHash)
              ? new Claim.Done(kept.outcome())
              : new Claim.DoneWithAnotherBody();
        });
  }

  @Override
  public void keep(
      ScopedIdempotencyKey work, Bytes bodyHash, Outcome outcome, Instant now, Instant expiresAt) {
    department.unitOfWork.statement(
        () -> department.idempotency.put(work, new Kept(bodyHash, outcome, expiresAt)));
    department.unitOfWork.statement(
        () -> department.idempotency.values().removeIf(kept -> !kept.expiresAt().isAfter(now)));
  }
}
