package dev.hexdesk.application.authentication;

import dev.hexdesk.domain.access.FailureCount;
import dev.hexdesk.domain.access.FailureLimit;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Counts failures for all nodes of an installation together. */
public interface FailureCounts {
  /** The counts of those subjects that have one. */
  Map<FailureSubject, FailureCount> of(Set<FailureSubject> subjects);

  /**
   * Counts another failure. Of failures at the same time none is lost. It takes as long whether or
   * not tries are refused, and removes what is forgotten on the way.
   */
  void add(FailureSubject subject, FailureLimit limit, Instant now);

  /** Counts no failure of the subject any longer. */
  void forget(FailureSubject subject);

  /** The same, and counts none either that came before that moment and is not found yet. */
  void end(FailureSubject subject, Instant now);
}
