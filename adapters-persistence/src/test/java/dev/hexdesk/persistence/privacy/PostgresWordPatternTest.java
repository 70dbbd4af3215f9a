package dev.hexdesk.persistence.privacy;

import dev.hexdesk.application.contract.WordPatternContract;
import dev.hexdesk.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The expression as PostgreSQL reads it. */
class PostgresWordPatternTest extends WordPatternContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected String replaced(String text, String pattern) {
    return DATABASE
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery("SELECT regexp_replace(?, ?, '\\1[erased]', 'g')")
                    .bind(0, text)
                    .bind(1, pattern)
                    .mapTo(String.class)
                    .one());
  }
}
