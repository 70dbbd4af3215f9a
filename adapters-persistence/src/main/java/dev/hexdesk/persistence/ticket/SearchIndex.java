package dev.hexdesk.persistence.ticket;

import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The words of all tickets, as one set of rules makes them. */
public final class SearchIndex {
  /**
   * By which rules words are made.
   *
   * @param configuration a text search configuration of PostgreSQL's
   * @param accentSensitive whether the marks of letters count
   */
  public record Rules(String configuration, boolean accentSensitive) {}

  /**
   * What the words were made with.
   *
   * @param complete whether that holds for all tickets
   */
  public record State(Rules rules, boolean complete) {}

  /** A stretch of tickets by their ids, both included. */
  public record Batch(long first, long last, int tickets) {}

  private static final String STATE =
      "SELECT configuration, accent_sensitive, complete FROM search_settings";

  private static final String IS_KNOWN =
      """
      SELECT EXISTS (
        SELECT 1 FROM pg_ts_config WHERE cfgname = ? AND pg_ts_config_is_visible(oid))
      """;

  private static final String ADOPT =
      """
      UPDATE search_settings
         SET configuration = ?, accent_sensitive = ?, complete = true
       WHERE NOT EXISTS (SELECT 1 FROM ticket_search)
      """;

  private static final String BEGIN =
      "UPDATE search_settings SET configuration = ?, accent_sensitive = ?, complete = false";

  private static final String END =
      """
      UPDATE search_settings
         SET complete = true, renewed_until = NULL
       WHERE configuration = ? AND accent_sensitive = ?
      """;

  private static final String RENEW = "SELECT hexdesk_renew_words(?)";

  private static final String BATCH =
      """
      SELECT min(id) AS first, max(id) AS last, count(*) AS tickets
        FROM (SELECT id FROM tickets WHERE id > ? ORDER BY id LIMIT ?) AS batch
      HAVING count(*) > 0
      """;

  private final Jdbi jdbi;

  public SearchIndex(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public State state() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(STATE)
                .map(
                    (row, context) ->
                        new State(
                            new Rules(
                                row.getString("configuration"), row.getBoolean("accent_sensitive")),
                            row.getBoolean("complete")))
                .one());
  }

  /** Whether the database has a text search configuration of that name. */
  public boolean isKnown(String configuration) {
    return jdbi.withHandle(
        handle -> handle.createQuery(IS_KNOWN).bind(0, configuration).mapTo(boolean.class).one());
  }

  /** Takes the rules where there are no words yet; whether it did. */
  public boolean adoptIfEmpty(Rules rules) {
    return jdbi.withHandle(
        handle -> handle.execute(ADOPT, rules.configuration(), rules.accentSensitive()) == 1);
  }

  /** From now on what is written and what is sought is read by these rules. */
  public void begin(Rules rules) {
    jdbi.useHandle(handle -> handle.execute(BEGIN, rules.configuration(), rules.accentSensitive()));
  }

  public long tickets() {
    return jdbi.withHandle(
        handle -> handle.createQuery("SELECT count(*) FROM tickets").mapTo(long.class).one());
  }

  /** The next so many tickets; none where all ids are up to {@code after}. */
  public List<Batch> next(long after, int most) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(BATCH)
                .bind(0, after)
                .bind(1, most)
                .map(
                    (row, context) ->
                        new Batch(row.getLong("first"), row.getLong("last"), row.getInt("tickets")))
                .list());
  }

  /** Makes the words of these tickets anew; who changes one of them waits until it is done. */
  public void fill(Batch batch) {
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("SELECT hexdesk_fill_ticket_search(?, ?)")
                .bind(0, batch.first())
                .bind(1, batch.last())
                .mapTo(long.class)
                .one());
  }

  /**
   * Reads so many tickets anew whose words an earlier version has made; whether there may be more.
   */
  public boolean renew(int most) {
    return jdbi.withHandle(
        handle -> handle.createQuery(RENEW).bind(0, most).mapTo(boolean.class).one());
  }

  /** Notes that all is made by these rules, unless somebody began with others. */
  public boolean end(Rules rules) {
    return jdbi.withHandle(
        handle -> {
          handle.execute("ANALYZE ticket_search");
          return handle.execute(END, rules.configuration(), rules.accentSensitive()) == 1;
        });
  }
}
