package dev.hexdesk.persistence.privacy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hexdesk.application.privacy.Erasures;
import dev.hexdesk.application.privacy.Traces;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.employee.EmployeeProfile;
import dev.hexdesk.domain.employee.NickName;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.support.SqlValues;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jdbi.v3.core.statement.Update;

/** Erases in PostgreSQL, with a statement for each table however many rows are concerned. */
public final class JdbiErasures implements Erasures {
  private static final String EXTENT =
      """
      WITH concerned AS MATERIALIZED (SELECT hexdesk_tickets_of(?) AS id)
      SELECT (SELECT count(*) FROM tickets JOIN concerned USING (id)) AS tickets,
             (SELECT count(*) FROM comments WHERE ticket_id IN (SELECT id FROM concerned)) AS comments
      """;

  /** In the order of their ids, as everybody locks tickets who locks several. */
  private static final String TICKETS =
      """
      WITH concerned AS MATERIALIZED (
        SELECT id
          FROM tickets
         WHERE id IN (SELECT hexdesk_tickets_of(:employee))
           AND (title ~ :pattern OR description ~ :pattern)
         ORDER BY id
           FOR NO KEY UPDATE
      )
      UPDATE tickets
         SET title = left(regexp_replace(title, :pattern, :mark, 'g'), 1000),
             description = left(regexp_replace(description, :pattern, :mark, 'g'), 100000),
             version = version + 1, updated_at = :now
        FROM concerned
       WHERE tickets.id = concerned.id
      """;

  private static final String COMMENTS =
      """
      UPDATE comments
         SET body = left(regexp_replace(body, :pattern, :mark, 'g'), 100000),
             version = version + 1, updated_at = :now
       WHERE ticket_id IN (SELECT hexdesk_tickets_of(:employee)) AND body ~ :pattern
      """;

  private static final String HISTORY = "SELECT erase_from_history(:employee, :pattern)";

  private static final String ANNOUNCE =
      """
      INSERT INTO erasure_confirmations (user_id, employee_id, token, expires_at)
      VALUES (:user, :employee, :token, :expiresAt)
      ON CONFLICT (user_id, employee_id) DO UPDATE
        SET token = excluded.token, expires_at = excluded.expires_at
      """;

  private static final String CONFIRM =
      """
      DELETE FROM erasure_confirmations
       WHERE user_id = :user AND employee_id = :employee AND token = :token AND expires_at > :now
      """;

  private static final String FORGET = "DELETE FROM erasure_confirmations WHERE expires_at <= ?";

  private final JdbiUnitOfWork unitOfWork;

  public JdbiErasures(JdbiUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Extent extentOf(EmployeeId id) {
    return unitOfWork.with(
        handle ->
            handle
                .createQuery(EXTENT)
                .bind(0, id.value())
                .map((row, context) -> new Extent(row.getLong("tickets"), row.getLong("comments")))
                .one());
  }

  @Override
  public Traces removeTraces(Employee before, Instant now) {
    String pattern = WordPattern.of(words(before.profile()));
    return unitOfWork.with(
        handle -> {
          long tickets = update(handle.createUpdate(TICKETS), before.id(), pattern, now);
          long comments = update(handle.createUpdate(COMMENTS), before.id(), pattern, now);
          long entries =
              handle
                  .createQuery(HISTORY)
                  .bind("employee", before.id().value())
                  .bind("pattern", pattern)
                  .mapTo(long.class)
                  .one();
          return new Traces(tickets, comments, entries);
        });
  }

  private static long update(Update update, EmployeeId id, String pattern, Instant now) {
    return update
        .bind("employee", id.value())
        .bind("pattern", pattern)
        .bind("mark", "\\1" + MARK)
        .bind("now", SqlValues.instant(now))
        .execute();
  }

  private static Set<String> words(EmployeeProfile profile) {
    Set<String> words = new LinkedHashSet<>();
    words.add(profile.email().value());
    words.add(profile.phone().value());
    words.add(profile.firstName().value());
    words.add(profile.lastName().value());
    profile.nickName().map(NickName::value).ifPresent(words::add);
    return words;
  }

  @Override
  public void announce(UserId caller, EmployeeId id, String token, Instant expiresAt) {
    unitOfWork.with(
        handle ->
            handle
                .createUpdate(ANNOUNCE)
                .bind("user", caller.value())
                .bind("employee", id.value())
                .bind("token", hash(token))
                .bind("expiresAt", SqlValues.instant(expiresAt))
                .execute());
  }

  @Override
  public boolean confirm(UserId caller, EmployeeId id, String token, Instant now) {
    return unitOfWork.with(
        handle -> {
          handle.execute(FORGET, SqlValues.instant(now));
          return handle
                  .createUpdate(CONFIRM)
                  .bind("user", caller.value())
                  .bind("employee", id.value())
                  .bind("token", hash(token))
                  .bind("now", SqlValues.instant(now))
                  .execute()
              == 1;
        });
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
