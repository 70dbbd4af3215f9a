package dev.hexdesk.persistence.support;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens on a connection of its own to what the database tells of changed rows (PostgreSQL's
 * manual, LISTEN), and vouches for what is remembered for as long as the connection answers.
 *
 * <p>A notification is sent before its transaction's commit is answered. So whatever was committed
 * before the database answers a question has been told when the answer is there, and the answer is
 * good for what was asked: what is remembered counts for {@link #LEASE} from the question on.
 */
public final class CacheInvalidationListener implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CacheInvalidationListener.class);

  /** A change counts everywhere within a second, even where its notification never arrives. */
  private static final Duration LEASE = Duration.ofMillis(900);

  private static final Duration BEAT = Duration.ofMillis(250);
  private static final Duration TIMEOUT = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMillis(500);

  /** PostgreSQL's appendix A: a connection failure. */
  private static final String SILENT = "08006";

  private final CacheInvalidation invalidation;
  private final DataSource connections;
  private final Consumer<SQLException> failures;
  private final CountDownLatch end = new CountDownLatch(1);
  private final Thread thread;
  private volatile @Nullable Connection present;
  private boolean complained;

  /**
   * @param connections straight to the database: a pooler that hands one connection to many by
   *     turns would let notifications get lost
   * @param failures told why nothing is heard: of a database that falls silent this is the first to
   *     know, as nobody else asks all the time
   */
  public CacheInvalidationListener(
      CacheInvalidation invalidation, DataSource connections, Consumer<SQLException> failures) {
    this.invalidation = invalidation;
    this.connections = connections;
    this.failures = failures;
    this.thread = Thread.ofPlatform().name("hexdesk-changes").daemon().unstarted(this::run);
  }

  /** Begins to listen, and goes on until it is closed. */
  public void start() {
    thread.start();
  }

  private void run() {
    do {
      try (Connection connection = connections.getConnection()) {
        present = connection;
        listen(connection);
      } catch (SQLException failure) {
        failures.accept(failure);
        complain(failure);
      } finally {
        present = null;
        invalidation.confirmFresh(System.nanoTime() - 1);
      }
    } while (!endsDuringAPause());
  }

  private void listen(Connection connection) throws SQLException {
    // A connection that was dropped without a word would be waited for until TCP gives it up.
    connection.setNetworkTimeout(Runnable::run, (int) TIMEOUT.toMillis());
    try (Statement statement = connection.createStatement()) {
      statement.execute("LISTEN hexdesk_changes");
    }
    invalidation.allChanged(); // what happened before that was told to nobody
    PGConnection notifications = connection.unwrap(PGConnection.class);
    requireDirect(connection, notifications);
    while (end.getCount() > 0) {
      long asked = System.nanoTime();
      if (!connection.isValid((int) TIMEOUT.toSeconds())) {
        throw new SQLException("The database does not answer.", SILENT);
      }
      tell(notifications.getNotifications());
      invalidation.confirmFresh(asked + LEASE.toNanos());
      settled();
      while (System.nanoTime() - asked < BEAT.toNanos()) {
        tell(notifications.getNotifications((int) BEAT.toMillis()));
      }
    }
  }

  /**
   * A pooler tells each of its clients another process than the one that works for them. Whether it
   * hands that one to others by turns can't be seen, so nothing is believed that comes through one.
   */
  private static void requireDirect(Connection connection, PGConnection told) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet process = statement.executeQuery("SELECT pg_backend_pid()")) {
      if (process.next() && process.getInt(1) != told.getBackendPID()) {
        throw new SQLException(
            "a pooler stands before it; name the database itself in HEXDESK_DB_DIRECT_URL");
      }
    }
  }

  private void tell(PGNotification @Nullable [] notifications) {
    if (notifications != null) {
      for (PGNotification each : notifications) {
        tell(each.getParameter());
      }
    }
  }

  /** A table and an id; whatever else is told may mean anything. */
  private void tell(String change) {
    for (CacheInvalidation.Table table : CacheInvalidation.Table.values()) {
      if (change.startsWith(table.sqlName() + " ")) {
        try {
          invalidation.changed(
              table, Long.parseLong(change.substring(table.sqlName().length() + 1)));
          return;
        } catch (NumberFormatException anything) {
          break;
        }
      }
    }
    invalidation.allChanged();
  }

  private void complain(SQLException failure) {
    if (!complained && end.getCount() > 0) {
      complained = true;
      LOG.warn(
          "Nobody tells of changes in the database ({}). Until then each request reads its caller.",
          failure.getMessage());
    }
  }

  private void settled() {
    if (complained) {
      complained = false;
      LOG.info("The database tells of changes again.");
    }
  }

  private boolean endsDuringAPause() {
    try {
      return end.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    end.countDown();
    Connection open = present;
    if (open != null) {
      try {
        open.abort(Runnable::run); // which ends its waiting
      } catch (SQLException gone) {
        LOG.debug("The connection was gone already.", gone);
      }
    }
    try {
      thread.join(TIMEOUT);
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }
}
