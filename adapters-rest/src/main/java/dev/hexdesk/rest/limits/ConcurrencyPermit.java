package dev.hexdesk.rest.limits;

/**
 * What a request was let in by, and leaves once it has what it asked for. A request has one thread,
 * so nothing is synchronized.
 */
final class ConcurrencyPermit {
  static final String PROPERTY = "hexdesk.permit";

  private final ConcurrencyLimit ofCaller;
  private final ConcurrencyLimit ofAll;
  private boolean ended;

  ConcurrencyPermit(ConcurrencyLimit ofCaller, ConcurrencyLimit ofAll) {
    this.ofCaller = ofCaller;
    this.ofAll = ofAll;
  }

  /** Ends it, the first time. */
  void end() {
    if (!ended) {
      ended = true;
      ofAll.leave();
      ofCaller.leave();
    }
  }
}
