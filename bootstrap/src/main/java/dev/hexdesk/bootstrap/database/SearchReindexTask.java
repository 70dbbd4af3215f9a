package dev.hexdesk.bootstrap.database;

import dev.hexdesk.persistence.ticket.SearchIndex;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the words of tickets anew that an earlier version has read by another rule. */
public final class SearchReindexTask implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(SearchReindexTask.class);

  /** Who changes one of these tickets waits until they are done. */
  private static final int AT_ONCE = 50;

  private final SearchIndex index;

  public SearchReindexTask(SearchIndex index) {
    this.index = index;
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted() && index.renew(AT_ONCE)) {
        // It has all been done by then.
      }
    } catch (RuntimeException failure) {
      LOG.warn("The words of tickets are read anew later: {}", failure.getMessage());
    }
  }
}
