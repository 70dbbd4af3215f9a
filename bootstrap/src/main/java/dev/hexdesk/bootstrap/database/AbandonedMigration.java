package dev.hexdesk.bootstrap.database;

import dev.hexdesk.bootstrap.postgres.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A migration that was ended in the middle, as by Ctrl-C during the first start. It leaves its mark
 * in the database, for which Liquibase waits as for somebody at work, five minutes in all.
 */
final class AbandonedMigration {
  private static final Logger LOG = LoggerFactory.getLogger(AbandonedMigration.class);

  private static final String FORGET =
      """
      DO $$
      BEGIN
        IF to_regclass('databasechangeloglock') IS NOT NULL THEN
          UPDATE databasechangeloglock
             SET locked = FALSE, lockgranted = NULL, lockedby = NULL
           WHERE locked;
        END IF;
      END $$
      """;

  private AbandonedMigration() {}

  /** Takes the mark away in a server that has just started, so that nobody can be at work there. */
  static void forget(EmbeddedPostgres started) {
    try (Connection connection =
            DriverManager.getConnection(started.jdbcUrl(), started.user(), started.password());
        Statement statement = connection.createStatement()) {
      statement.execute(FORGET);
    } catch (SQLException unreachable) {
      LOG.warn("Whether a migration was ended in the middle could not be seen", unreachable);
    }
  }
}
