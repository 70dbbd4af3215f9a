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
  /** More than the limits of callers let through, beside the logins that are looked at. */
  private static final int HASH_QUEUE_CAPACITY = 128;

  /** Beside those whose passwords are hashed, one for each core, some have the database's turn. */
  private static final int LOGINS_BESIDE_HASHES = 2;

  /** Longer than two cores take for as many as may wait. */
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
