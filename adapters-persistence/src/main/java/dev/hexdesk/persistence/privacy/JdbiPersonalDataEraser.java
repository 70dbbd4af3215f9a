package dev.hexdesk.persistence.privacy;

import dev.hexdesk.application.privacy.PersonalDataEraser;
import dev.hexdesk.application.privacy.RedactionCounts;
import dev.hexdesk.application.privacy.WordPattern;
import dev.hexdesk.domain.comment.CommentBody;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.employee.IdentifyingText;
import dev.hexdesk.domain.ticket.TicketDetails;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.support.Sha256;
import dev.hexdesk.persistence.support.SqlValues;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/**
 * Erases in PostgreSQL: a few statements for some hundred tickets at a time, so that no statement
 * takes longer than one may.
 */
public record JdbiPersonalDataEraser(JdbiUnitOfWork unitOfWork) implements PersonalDataEraser {
  /** To index so many tickets takes a fraction of the time that a statement may take. */
  private static final int AT_ONCE = 500;

  /** Nor is more text searched in one go, unless it is all about one ticket. */
  private static final long BYTES_AT_ONCE = 2_000_000;

  /** An erasure must not be prevented by how many tickets there are, or how much one says. */
  private static final Duration STATEMENT_TIMEOUT = Duration.ofMinutes(2);

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
         WHERE id = ANY (:tickets)
           AND (%s)
         ORDER BY id
           FOR NO KEY UPDATE
      )
      UPDATE tickets
         SET %s,
             version = version + 1, updated_at = :now
        FROM concerned
       WHERE tickets.id = concerned.id
      """
          .formatted(
              forEachText(" OR ", (column, longest) -> column + " ~ :pattern"),
              forEachText(
                  ", ",
                  (column, longest) ->
                      "%1$s = left(regexp_replace(%1$s, :pattern, :mark, 'g'), %2$d)"
                          .formatted(column, longest)));

  private static String forEachText(String between, BiFunction<String, Integer, String> sql) {
    return new TreeMap<>(TicketDetails.FREE_TEXTS)
        .entrySet().stream()
            .map(text -> sql.apply(text.getKey(), text.getValue()))
            .collect(Collectors.joining(between));
  }

  private static final String COMMENTS =
      """
      UPDATE comments
         SET body = left(regexp_replace(body, :pattern, :mark, 'g'), :longest),
             version = version + 1, updated_at = :now
       WHERE ticket_id = ANY (:tickets) AND body ~ :pattern
      """;

  private static final String HISTORY = "SELECT erase_from_history(:employee, :tickets, :pattern)";

  /** Sizes are known without reading the texts. */
  private static final String CONCERNED =
      """
      SELECT id,
             coalesce((SELECT octet_length(description) FROM tickets WHERE tickets.id = concerned.id), 0)
             + coalesce((SELECT sum(octet_length(body)) FROM comments WHERE ticket_id = concerned.id), 0)
             + coalesce((SELECT sum(pg_column_size(changes)) FROM ticket_history
                          WHERE ticket_id = concerned.id), 0) AS bytes
        FROM hexdesk_tickets_of(?) AS concerned (id)
       ORDER BY id
      """;

  /** A ticket with the size of all that is said about it. */
  private record Concerned(long id, long bytes) {}

  /** Until the transaction ends at the latest. */
  private static final String INDEX_LATER = "SELECT set_config('hexdesk.index_later', ?, true)";

  private static final String INDEX = "SELECT hexdesk_index_tickets(?)";

  /**
   * Whoever sends such a request again is not answered from memory. Which answers show what is
   * known but for those that a version before this one has kept: these go, too.
   */
  private static final String ANSWERS =
      """
      DELETE FROM idempotency_keys WHERE employees @> ARRAY[CAST(? AS bigint)] OR employees IS NULL
      """;

  private static final String ANSWERS_ABOUT = "DELETE FROM idempotency_keys WHERE tickets && ?";

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

  @Override
  public Extent extentOf(EmployeeId id) {
    unitOfWork.longTransactions().extend(STATEMENT_TIMEOUT);
    return unitOfWork.with(
        handle ->
            handle
                .createQuery(EXTENT)
                .bind(0, id.value())
                .map((row, context) -> new Extent(row.getLong("tickets"), row.getLong("comments")))
                .one());
  }

  @Override
  public RedactionCounts removeTraces(EmployeeId id, Set<IdentifyingText> words, Instant now) {
    String pattern = WordPattern.of(words);
    unitOfWork.caches().invalidateAll();
    unitOfWork.longTransactions().extend(STATEMENT_TIMEOUT);
    return unitOfWork.with(
        handle -> {
          List<Concerned> all =
              handle
                  .createQuery(CONCERNED)
                  .bind(0, id.value())
                  .map((row, context) -> new Concerned(row.getLong("id"), row.getLong("bytes")))
                  .list();
          handle.execute(INDEX_LATER, "on");
          RedactionCounts removed = new RedactionCounts(0, 0, 0);
          for (List<Long> some : parts(all)) {
            removed = removed.and(removeFromTexts(handle, some, pattern, now));
          }
          handle.execute(INDEX_LATER, "off");
          handle.execute(ANSWERS, id.value());
          // Other erasures wait from here on, so this comes last.
          for (List<Long> some : parts(all)) {
            removed = removed.and(removeFromHistory(handle, id, some, pattern));
          }
          return removed;
        });
  }

  private static List<List<Long>> parts(List<Concerned> tickets) {
    List<List<Long>> parts = new ArrayList<>();
    List<Long> part = new ArrayList<>();
    long bytes = 0;
    for (Concerned ticket : tickets) {
      if (part.size() == AT_ONCE || !part.isEmpty() && bytes + ticket.bytes() > BYTES_AT_ONCE) {
        parts.add(part);
        part = new ArrayList<>();
        bytes = 0;
      }
      part.add(ticket.id());
      bytes += ticket.bytes();
    }
    if (!part.isEmpty()) {
      parts.add(part);
    }
    return parts;
  }

  private static RedactionCounts removeFromTexts(
      Handle handle, List<Long> tickets, String pattern, Instant now) {
    long changedTickets = update(handle.createUpdate(TICKETS), tickets, pattern, now);
    long changedComments =
        update(
            handle.createUpdate(COMMENTS).bind("longest", CommentBody.LONGEST),
            tickets,
            pattern,
            now);
    handle.execute(INDEX, SqlValues.array("bigint", tickets));
    handle.execute(ANSWERS_ABOUT, SqlValues.array("bigint", tickets));
    return new RedactionCounts(changedTickets, changedComments, 0);
  }

  private static long update(Update update, List<Long> tickets, String pattern, Instant now) {
    return update
        .bind("tickets", SqlValues.array("bigint", tickets))
        .bind("pattern", pattern)
        .bind("mark", "\\1" + PLACEHOLDER)
        .bind("now", SqlValues.instant(now))
        .execute();
  }

  private static RedactionCounts removeFromHistory(
      Handle handle, EmployeeId id, List<Long> tickets, String pattern) {
    return new RedactionCounts(
        0,
        0,
        handle
            .createQuery(HISTORY)
            .bind("employee", id.value())
            .bind("tickets", SqlValues.array("bigint", tickets))
            .bind("pattern", pattern)
            .mapTo(long.class)
            .one());
  }

  @Override
  public void announce(
      UserId caller, EmployeeId id, Set<IdentifyingText> words, String token, Instant expiresAt) {
    unitOfWork.with(
        handle ->
            handle
                .createUpdate(ANNOUNCE)
                .bind("user", caller.value())
                .bind("employee", id.value())
                .bind("token", hash(token, words))
                .bind("expiresAt", SqlValues.instant(expiresAt))
                .execute());
  }

  @Override
  public boolean confirm(
      UserId caller, EmployeeId id, Set<IdentifyingText> words, String token, Instant now) {
    return unitOfWork.with(
        handle -> {
          handle.execute(FORGET, SqlValues.instant(now));
          return handle
                  .createUpdate(CONFIRM)
                  .bind("user", caller.value())
                  .bind("employee", id.value())
                  .bind("token", hash(token, words))
                  .bind("now", SqlValues.instant(now))
                  .execute()
              == 1;
        });
  }

  /** Which words a token is good with nobody can tell without it. */
  private static byte[] hash(String token, Set<IdentifyingText> words) {
    StringBuilder confirmed = new StringBuilder(token);
    words.stream()
        .map(IdentifyingText::value)
        .sorted()
        .forEach(it -> confirmed.append('\0').append(it));
    return Sha256.of(confirmed.toString());
  }
}
