package dev.hexdesk.persistence.authentication;

import dev.hexdesk.application.authentication.FailedLoginRepository;
import dev.hexdesk.application.authentication.ThrottleKey;
import dev.hexdesk.domain.authentication.FailedLogins;
import dev.hexdesk.domain.authentication.LockoutPolicy;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.support.Sha256;
import dev.hexdesk.persistence.support.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts failures in PostgreSQL, where all nodes see them. Of the subject a hash is stored: what
 * was typed as a user name has no limit, and may be somebody's password by mistake.
 */
public record JdbiFailedLoginRepository(JdbiUnitOfWork unitOfWork)
    implements FailedLoginRepository {
  private static final String READ =
      "SELECT subject, failures, forgotten_at, refused_until FROM login_failures"
          + " WHERE subject = ANY (?)";

  /**
   * Makes the row where there is none, and locks it in any case. The commit waits for no disk: a
   * crash may forget a moment's guesses, but nobody can keep the disk busy by guessing.
   */
  private static final String READ_FOR_UPDATE =
      """
      INSERT INTO login_failures AS present (subject, failures, forgotten_at, refused_until)
      VALUES (?, 0, 'epoch', 'epoch')
      ON CONFLICT (subject) DO UPDATE SET failures = present.failures
      RETURNING
        subject, failures, forgotten_at, refused_until,
        set_config('synchronous_commit', 'off', true)
      """;

  private static final String WRITE =
      "UPDATE login_failures SET failures = ?, forgotten_at = ?, refused_until = ?"
          + " WHERE subject = ?";

  private static final String END =
      """
      INSERT INTO login_failures (subject, failures, forgotten_at, refused_until)
      VALUES (?, ?, ?, ?)
      ON CONFLICT (subject) DO UPDATE SET
        failures = EXCLUDED.failures,
        forgotten_at = EXCLUDED.forgotten_at,
        refused_until = EXCLUDED.refused_until
      """;

  private static final String FORGET = "DELETE FROM login_failures WHERE subject = ?";

  /** A few at a time keep the table small, for each failure adds one row at most. */
  private static final String DELETE_EXPIRED =
      """
      DELETE FROM login_failures
      WHERE subject IN (
        SELECT subject FROM login_failures WHERE forgotten_at <= ?
        ORDER BY forgotten_at LIMIT 8 FOR UPDATE SKIP LOCKED)
      """;

  private record Row(String subject, FailedLogins count) {}

  @Override
  public Map<ThrottleKey, FailedLogins> of(Set<ThrottleKey> subjects) {
    Map<String, ThrottleKey> bySubject = new HashMap<>();
    subjects.forEach(subject -> bySubject.put(hash(subject), subject));
    List<Row> rows =
        unitOfWork.with(
            handle ->
                handle
                    .select(READ, SqlValues.array("text", bySubject.keySet()))
                    .map((row, context) -> row(row))
                    .list());
    Map<ThrottleKey, FailedLogins> counts = new HashMap<>();
    rows.forEach(row -> counts.put(bySubject.get(row.subject()), row.count()));
    return counts;
  }

  @Override
  public void add(ThrottleKey subject, LockoutPolicy limit, Instant now) {
    unitOfWork.inTransaction(
        () -> {
          FailedLogins present = findForUpdate(hash(subject));
          write(hash(subject), present.another(limit, now));
          return unitOfWork.with(handle -> handle.execute(DELETE_EXPIRED, SqlValues.instant(now)));
        });
  }

  private FailedLogins findForUpdate(String subject) {
    return unitOfWork.with(
        handle ->
            handle.select(READ_FOR_UPDATE, subject).map((row, context) -> row(row)).one().count());
  }

  private void write(String subject, FailedLogins count) {
    unitOfWork.with(
        handle ->
            handle.execute(
                WRITE,
                count.count(),
                SqlValues.instant(count.forgottenAt()),
                SqlValues.instant(count.refusedUntil()),
                subject));
  }

  @Override
  public void forget(ThrottleKey subject) {
    unitOfWork.with(handle -> handle.execute(FORGET, hash(subject)));
  }

  @Override
  public void end(ThrottleKey subject, Instant now) {
    FailedLogins ended = FailedLogins.endedAt(now);
    unitOfWork.with(
        handle ->
            handle.execute(
                END,
                hash(subject),
                ended.count(),
                SqlValues.instant(ended.forgottenAt()),
                SqlValues.instant(ended.refusedUntil())));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("subject"),
        new FailedLogins(
            row.getInt("failures"),
            SqlValues.instant(row, "forgotten_at"),
            SqlValues.instant(row, "refused_until")));
  }

  private static String hash(ThrottleKey subject) {
    return Sha256.hex(subject.key());
  }
}
