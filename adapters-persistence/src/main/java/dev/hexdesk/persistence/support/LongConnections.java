package dev.hexdesk.persistence.support;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections in use whose driver waits for an answer longer than for those of requests. Once
 * the database is known to be away, there is nothing to wait for.
 */
public final class LongConnections {
  private static final Logger LOG = LoggerFactory.getLogger(LongConnections.class);

  private final Set<Connection> inUse = ConcurrentHashMap.newKeySet();

  /** Remembers the connection of a handle until that is closed. */
  void add(Handle handle) {
    Connection connection = handle.getConnection();
    if (inUse.add(connection)) {
      handle.addCleanable(() -> inUse.remove(connection));
    }
  }

  /** Breaks them: whoever waits for an answer is told at once that none will come. */
  public void abort() {
    for (Connection connection : inUse) {
      try {
        connection.abort(Runnable::run);
      } catch (SQLException gone) {
        LOG.debug("It was given back meanwhile.", gone);
      }
    }
  }
}
