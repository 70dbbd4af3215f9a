package dev.hexdesk.bootstrap.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Refuses connections at once for as long as the database is away, so that nobody waits for what
 * can't come.
 *
 * <p>It opens and closes by asking the database itself, on a connection of its own. Requests that
 * fail only give the occasion to ask: a pool whose connections are all in use fails them, too, and
 * the database is well. So no request is ever sent ahead to try whether it is back.
 */
final class DatabaseCircuitBreaker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DatabaseCircuitBreaker.class);

  /** Between two questions; what stands in the way of being asked again and again. */
  private static final Duration PAUSE = Duration.ofMillis(250);

  /** Connection exceptions (PostgreSQL's appendix A): nobody is there, or nobody speaks. */
  private static final String NO_CONNECTION = "08";

  /** Operator intervention: it stops, has crashed, or is still starting. */
  private static final String SHUTDOWN = "57P0";

  private final DataSource probes;
  private final AtomicBoolean isAsking = new AtomicBoolean();
  private final CountDownLatch end = new CountDownLatch(1);
  private volatile Runnable whileAway = () -> {};
  private volatile boolean open;

  /**
   * @param probes connections by the same way as the pool's, which give up by themselves after a
   *     second or so
   */
  DatabaseCircuitBreaker(DataSource probes) {
    this.probes = probes;
  }

  /** Refuses where the database is known to be away. */
  void requireClosed() throws SQLTransientConnectionException {
    if (open) {
      throw new SQLTransientConnectionException("The database is away.");
    }
  }

  /**
   * @param action done whenever the database has not answered, for those who began to wait before
   *     that was known
   */
  void whileAway(Runnable action) {
    whileAway = action;
  }

  /** Takes note of a failure: if it means that the database is away, that is found out. */
  void failed(SQLException failure) {
    if ((failure instanceof SQLTransientConnectionException || meansAway(failure))
        && isAsking.compareAndSet(false, true)) {
      Thread.ofVirtual().name("database-circuit-breaker").start(this::askUntilItAnswers);
    }
  }

  private void askUntilItAnswers() {
    try {
      long since = System.nanoTime();
      @Nullable SQLException failure = ask();
      if (failure != null) {
        open = true;
        LOG.warn(
            "The database does not answer ({}). Until it does, requests are refused at once.",
            failure.getMessage());
        whileAway.run();
      }
      while (!end.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS) && open) {
        if (ask() != null) {
          whileAway.run();
        } else {
          open = false;
          LOG.info(
              "The database answers again, after {} s.",
              Duration.ofNanos(System.nanoTime() - since).toSeconds());
        }
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    } finally {
      isAsking.set(false);
    }
  }

  /** Why the database is away; null where it answers, if only that it takes no more connections. */
  private @Nullable SQLException ask() {
    try (Connection connection = probes.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("SELECT 1");
      return null;
    } catch (SQLException failure) {
      return meansAway(failure) ? failure : null;
    }
  }

  private static boolean meansAway(SQLException failure) {
    String state = failure.getSQLState();
    return state != null && (state.startsWith(NO_CONNECTION) || state.startsWith(SHUTDOWN));
  }

  /** Asks no more. */
  @Override
  public void close() {
    end.countDown();
  }
}
