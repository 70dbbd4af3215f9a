package dev.hexdesk.application.authentication;

import dev.hexdesk.domain.authentication.FailedLogins;
import dev.hexdesk.domain.authentication.LockoutPolicy;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Counts failures for all nodes of an installation together. */
public interface FailedLoginRepository {
  /** The counts of those subjects that have one. */
  Map<ThrottleKey, FailedLogins> of(Set<ThrottleKey> subjects);

  /**
   * Counts another failure. Of failures at the same time none is lost. It takes as long whether or
   * not tries are refused, and removes what is forgotten on the way.
   */
  void add(ThrottleKey subject, LockoutPolicy limit, Instant now);

  /** Counts no failure of the subject any longer. */
  void forget(ThrottleKey subject);

  /**
   * Counts no failure of the subject any longer, nor any that came before that moment and is not
   * found yet.
   */
  void end(ThrottleKey subject, Instant now);
}
