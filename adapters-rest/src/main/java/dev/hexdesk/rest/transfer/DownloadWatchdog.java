package dev.hexdesk.rest.transfer;

import dev.hexdesk.rest.security.Caller;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks once a second at a download, which may take hours: whether its caller still is who they
 * were when it began, and whether they still read. If not, it is ended.
 */
final class DownloadWatchdog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DownloadWatchdog.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final String fileName;
  private final Caller caller;
  private final MinimumRateOutput client;
  private final Runnable end;
  private final Thread thread;

  private DownloadWatchdog(String fileName, Caller caller, MinimumRateOutput client, Runnable end) {
    this.fileName = fileName;
    this.caller = caller;
    this.client = client;
    this.end = end;
    this.thread = Thread.ofVirtual().name("download-watchdog").unstarted(this::watch);
  }

  /**
   * @param end is run at most once, by another thread
   */
  static DownloadWatchdog of(
      String fileName, Caller caller, MinimumRateOutput client, Runnable end) {
    DownloadWatchdog watchdog = new DownloadWatchdog(fileName, caller, client, end);
    watchdog.thread.start();
    return watchdog;
  }

  private void watch() {
    try {
      do {
        Thread.sleep(PAUSE);
      } while (isInOrder());
    } catch (InterruptedException over) {
      return;
    }
    end.run();
  }

  private boolean isInOrder() {
    if (client.isStalled()) {
      LOG.info("{} was ended: user {} does not read it", fileName, caller.getName());
      return false;
    }
    if (!isWhoTheyWere()) {
      LOG.info("{} was ended: user {} may not have it any more", fileName, caller.getName());
      return false;
    }
    return true;
  }

  private boolean isWhoTheyWere() {
    try {
      return caller.present().find().filter(caller.actor()::equals).isPresent();
    } catch (RuntimeException databaseAway) {
      return true; // and the download, which reads from there, fails of itself
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
