package dev.hexdesk.persistence.support;

/** Told of what is done by work of many like steps, for somebody who watches. */
public interface Progress {
  /**
   * The next part begins.
   *
   * @param steps how many it has
   */
  void begin(String part, long steps);

  /** So many more steps are done. */
  void done(long steps);
}
