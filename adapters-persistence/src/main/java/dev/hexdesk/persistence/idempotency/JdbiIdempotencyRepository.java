package dev.hexdesk.persistence.idempotency;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hexdesk.application.idempotency.Bytes;
import dev.hexdesk.application.idempotency.IdempotencyRepository;
import dev.hexdesk.application.idempotency.ScopedIdempotencyKey;
import dev.hexdesk.application.idempotency.StoredResult;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.support.Sha256;
import dev.hexdesk.persistence.support.SqlValues;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps answers in PostgreSQL. Of a key and of what was asked for hashes are stored, the second one
 * mixed with the key: a body may hold a password, which nobody can guess by its hash without the
 * key that they would have to guess, too.
 */
public record JdbiIdempotencyRepository(JdbiUnitOfWork unitOfWork)
    implements IdempotencyRepository {
  private static final String FIND =
      "SELECT "
          + IdempotencyRow.COLUMNS
          + " FROM idempotency_keys WHERE caller_id = ? AND work = ? AND expires_at > ?";

  /** Nobody else can be at the same row: whoever writes it has claimed the work. */
  private static final String KEEP =
      """
      INSERT INTO idempotency_keys (
        caller_id, work, fingerprint, permissions, status, headers, body, employees, tickets,
        created_at, expires_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (caller_id, work) DO UPDATE SET
        fingerprint = excluded.fingerprint,
        permissions = excluded.permissions,
        status = excluded.status,
        headers = excluded.headers,
        body = excluded.body,
        employees = excluded.employees,
        tickets = excluded.tickets,
        created_at = excluded.created_at,
        expires_at = excluded.expires_at
      """;

  /**
   * A few at a time keep the table small, for each use adds one row at most. It comes last and
   * waits for nobody, so that no two transactions can wait for each other.
   */
  private static final String DELETE_EXPIRED =
      """
      DELETE FROM idempotency_keys
      WHERE (caller_id, work) IN (
        SELECT caller_id, work FROM idempotency_keys WHERE expires_at <= ?
        ORDER BY expires_at LIMIT 8 FOR UPDATE SKIP LOCKED)
      """;

  /**
   * The lock comes before the look and in a statement of its own: whoever gets it sees all that the
   * one before committed.
   */
  @Override
  public Claim claim(ScopedIdempotencyKey work, Bytes bodyHash, Instant now) {
    byte[] name = nameOf(work);
    if (!unitOfWork.locks().tryLock(ByteBuffer.wrap(name).getLong())) {
      return new Claim.Running();
    }
    Optional<IdempotencyRow> found =
        unitOfWork.with(
            handle ->
                handle
                    .select(FIND, work.caller().value(), name, SqlValues.instant(now))
                    .map((row, context) -> IdempotencyRow.of(row))
                    .findOne());
    return found
        .map(
            row ->
                row.fingerprint().equals(Bytes.of(fingerprintOf(work, bodyHash)))
                    ? new Claim.Done(row.outcome())
                    : new Claim.DoneWithAnotherBody())
        .orElseGet(Claim.Granted::new);
  }

  @Override
  public void keep(
      ScopedIdempotencyKey work, Bytes bodyHash, Outcome outcome, Instant now, Instant expiresAt) {
    StoredResult answer = outcome.answer();
    unitOfWork.with(
        handle ->
            handle.execute(
                KEEP,
                work.caller().value(),
                nameOf(work),
                fingerprintOf(work, bodyHash),
                IdempotencyRow.permissions(outcome.permissions()),
                answer.status(),
                IdempotencyRow.headers(answer.headers()),
                answer.body().toArray(),
                IdempotencyRow.employees(answer.subjects()),
                IdempotencyRow.tickets(answer.subjects()),
                SqlValues.instant(now),
                SqlValues.instant(expiresAt)));
    unitOfWork.with(handle -> handle.execute(DELETE_EXPIRED, SqlValues.instant(now)));
  }

  private static byte[] nameOf(ScopedIdempotencyKey work) {
    String name = work.caller().value() + "\n" + work.operation() + "\n" + work.key();
    return Sha256.of(name);
  }

  private static byte[] fingerprintOf(ScopedIdempotencyKey work, Bytes bodyHash) {
    return Sha256.of(bodyHash.toArray(), work.key().getBytes(UTF_8));
  }
}
