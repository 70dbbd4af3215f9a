package dev.hexdesk.persistence.ticket;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import org.jdbi.v3.core.Handle;

/**
 * How frequent words are in tickets.
 *
 * @param everything in all that is said of them
 */
record SearchFrequencies(LexemeFrequencies title, LexemeFrequencies everything) {
  /** Reads them now and then; PostgreSQL itself counts but now and then. */
  static final class Reader {
    private static final Duration KEPT = Duration.ofMinutes(10);

    private final Cache<String, LexemeFrequencies> read =
        Caffeine.newBuilder().expireAfterWrite(KEPT).build();

    SearchFrequencies read(Handle handle) {
      return new SearchFrequencies(of("title", handle), of("everything", handle));
    }

    private LexemeFrequencies of(String column, Handle handle) {
      return read.get(column, name -> LexemeFrequencies.read(handle, name));
    }
  }
}
