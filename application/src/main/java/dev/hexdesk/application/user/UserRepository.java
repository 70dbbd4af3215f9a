package dev.hexdesk.application.user;

import dev.hexdesk.application.shared.Deletion;
import dev.hexdesk.application.shared.UniqueStoring;
import dev.hexdesk.domain.user.PasswordHash;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.UserProfile;
import dev.hexdesk.domain.user.Username;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps users. User names, phone numbers and e-mail addresses are unique, names and addresses in
 * any letter case.
 */
public interface UserRepository {
  UniqueStoring<User> insert(UserProfile profile, PasswordHash hash, Instant now);

  Optional<User> find(UserId id);

  Optional<User> find(Username username);

  /** Reads a user whom nobody else can change until the transaction ends. */
  Optional<User> findForUpdate(UserId id);

  /**
   * Stores a changed user.
   *
   * @throws dev.hexdesk.application.shared.StaleVersion when the stored version is not the one
   *     before, or there is none any more
   */
  UniqueStoring<User> update(User user);

  Deletion delete(UserId id);

  /**
   * Lets one transaction at a time, until it ends, decide who is an active administrator. To be
   * called before any user is read for update.
   */
  void lockAdministrators();

  /** Whether anybody but this user is an active administrator. */
  boolean hasActiveAdministratorBesides(UserId id);

  boolean isEmpty();
}
