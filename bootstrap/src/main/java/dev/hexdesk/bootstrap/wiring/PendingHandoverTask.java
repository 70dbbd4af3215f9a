package dev.hexdesk.bootstrap.wiring;

import dev.hexdesk.application.shared.StorageUnavailable;
import dev.hexdesk.application.user.TicketHandover;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stores what deleted users have left to others, whichever node has deleted them and whether or not
 * it lives.
 */
public final class PendingHandoverTask implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(PendingHandoverTask.class);

  private final TicketHandover handover;

  PendingHandoverTask(TicketHandover handover) {
    this.handover = handover;
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted() && handover.proceed()) {
        // It has all been done by then.
      }
    } catch (StorageUnavailable away) {
      LOG.warn("What deleted users have left is moved later: {}", away.getMessage());
    } catch (RuntimeException defect) {
      // It would be the last time otherwise, and nobody would be told.
      LOG.error("What deleted users have left can't be moved", defect);
    }
  }
}
