package dev.hexdesk.bootstrap.wiring;

import dev.hexdesk.application.shared.StorageUnavailable;
import dev.hexdesk.application.user.CredentialRepository;
import dev.hexdesk.security.Argon2PasswordHasher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the time that logins of unknown names take like that of users, whose costs may differ. */
public final class PasswordHashCosts implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(PasswordHashCosts.class);

  private final CredentialRepository credentials;
  private final Argon2PasswordHasher hasher;

  PasswordHashCosts(CredentialRepository credentials, Argon2PasswordHasher hasher) {
    this.credentials = credentials;
    this.hasher = hasher;
  }

  /** Sees to it that passwords can be hashed at all. */
  public void load() {
    hasher.load();
  }

  @Override
  public void run() {
    try {
      hasher.matchCosts(credentials.countHashesByParameters());
    } catch (StorageUnavailable away) {
      LOG.warn("The costs of password hashes stay as they were read before: {}", away.getMessage());
    }
  }
}
