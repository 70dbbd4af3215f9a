package dev.hexdesk.application.authentication;

import dev.hexdesk.application.user.Lockouts;
import dev.hexdesk.domain.authentication.FailedLogins;
import dev.hexdesk.domain.authentication.LockoutPolicies;
import dev.hexdesk.domain.authentication.LockoutPolicy;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.Username;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Throttles failed logins: a user name or address with too many of them is locked out for a while,
 * the right password included.
 *
 * <p>A failure is counted once a password was found wrong. A login with the right password checks
 * the lockout again after the hash, so guesses in parallel get no further than guesses in sequence,
 * and right passwords in parallel all succeed.
 */
public record LoginThrottle(
    FailedLoginRepository counts,
    KnownNetworks networks,
    LockoutPolicies limits,
    InstantSource clock)
    implements Lockouts {
  /** How long after a login a network is known. */
  static final Duration KNOWN_FOR = Duration.ofDays(30);

  /** A known network's last login is written no more often. */
  static final Duration NETWORK_REFRESH_INTERVAL = Duration.ofDays(1);

  /** How it stands at a moment with some subjects; those without a count are left out. */
  record LockoutState(Map<ThrottleKey, FailedLogins> counts, Instant now) {
    /** How long tries are refused from now on; empty where they are not. */
    Optional<Duration> waitOf(ThrottleKey subject) {
      return Optional.ofNullable(counts.get(subject))
          .filter(count -> count.refusesAt(now))
          .map(count -> Duration.between(now, count.refusedUntil()));
    }

    boolean refuses() {
      return counts.values().stream().anyMatch(count -> count.refusesAt(now));
    }
  }

  LockoutState stateOf(Set<ThrottleKey> subjects) {
    return new LockoutState(counts.of(subjects), clock.instant());
  }

  /**
   * Counts a failure as of the moment when the try came: one that was refused does not count, even
   * if the wait has ended since.
   */
  void failed(ThrottleKey subject, LockoutState before) {
    counts.add(subject, limitOf(subject), before.now());
  }

  /** Ends what earlier failures of the subject led to. */
  void succeeded(ThrottleKey subject, LockoutState before) {
    if (before.counts().containsKey(subject)) {
      counts.forget(subject);
    }
  }

  /** When the user of that name last logged in from there; empty where that is long ago. */
  Optional<KnownNetworks.Sighting> sightingOf(Username username, ClientAddress from) {
    Instant forgottenBefore = clock.instant().minus(KNOWN_FOR);
    return networks
        .find(username, from)
        .filter(sighting -> !sighting.seenAt().isBefore(forgottenBefore));
  }

  /** Remembers from where somebody was let in, unless that was done of late. */
  void remember(UserId id, ClientAddress from, Optional<KnownNetworks.Sighting> before) {
    Instant now = clock.instant();
    Instant lately = now.minus(NETWORK_REFRESH_INTERVAL);
    if (before.filter(sighting -> sighting.seenAt().isAfter(lately)).isEmpty()) {
      networks.remember(id, from, now, now.minus(KNOWN_FOR));
    }
  }

  @Override
  public void unlock(UserId id, Username username) {
    Instant now = clock.instant();
    counts.end(new ThrottleKey.LoginsAs(username), now);
    counts.end(new ThrottleKey.OwnPassword(id), now);
    networks.of(id).forEach(known -> counts.end(new ThrottleKey.LoginsAsKnown(known), now));
  }

  private LockoutPolicy limitOf(ThrottleKey subject) {
    return switch (subject) {
      case ThrottleKey.LoginsAs named -> limits.perUser();
      case ThrottleKey.LoginsAsKnown named -> limits.perUser();
      case ThrottleKey.LoginsFrom somewhere -> limits.perAddress();
      case ThrottleKey.LoginsFromSite somewhere -> limits.perSite();
      case ThrottleKey.OwnPassword own -> limits.perUser();
    };
  }
}
