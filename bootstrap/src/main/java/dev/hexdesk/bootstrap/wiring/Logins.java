package dev.hexdesk.bootstrap.wiring;

import dev.hexdesk.application.authentication.AuthenticationService;
import dev.hexdesk.application.authentication.LoginQueue;
import dev.hexdesk.application.authentication.LoginService;
import dev.hexdesk.application.authentication.LoginThrottle;
import dev.hexdesk.bootstrap.config.HexdeskConfiguration;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.security.Argon2PasswordHasher;
import dev.hexdesk.security.BoundedPasswordHasher;
import dev.hexdesk.security.JwtAccessTokens;
import java.time.Duration;
import java.time.InstantSource;

/** Passwords, tokens, and who is kept from guessing. */
final class Logins {
  /** Hashes that may wait: more than the limits of callers admit, so only a defect fills it. */
  private static final int HASH_QUEUE_CAPACITY = 128;

  /** Logins at a time beyond one for each core: while some are hashed, others ask the database. */
  private static final int LOGINS_BESIDE_HASHES = 2;

  /** How long a login may wait; two cores are done with a full queue before that. */
  private static final Duration LOGIN_QUEUE_TIMEOUT = Duration.ofSeconds(15);

  final PasswordHashCosts costs;
  final BoundedPasswordHasher hasher;
  final LoginQueue queue;
  final JwtAccessTokens tokens;
  final LoginThrottle throttle;
  final LoginService logins;
  final AuthenticationService authentication;

  Logins(
      HexdeskConfiguration configuration,
      Repositories stored,
      RolePolicy policy,
      InstantSource clock) {
    int cores = Runtime.getRuntime().availableProcessors();
    var argon2 =
        new Argon2PasswordHasher(
            configuration.argon2Cost(), configuration.tokenSettings().secret());
    costs = new PasswordHashCosts(stored.credentials, argon2);
    hasher = new BoundedPasswordHasher(argon2, cores, HASH_QUEUE_CAPACITY);
    throttle =
        new LoginThrottle(
            stored.failedLogins, stored.knownNetworks, configuration.loginLimits(), clock);
    queue =
        new LoginQueue(
            cores + LOGINS_BESIDE_HASHES, LOGIN_QUEUE_TIMEOUT, configuration.loginsAtOnce());
    tokens = new JwtAccessTokens(configuration.tokenSettings(), clock);
    logins = new LoginService(stored.credentials, hasher, queue, throttle, tokens, policy);
    authentication = new AuthenticationService(stored.credentials, tokens, policy);
  }
}
