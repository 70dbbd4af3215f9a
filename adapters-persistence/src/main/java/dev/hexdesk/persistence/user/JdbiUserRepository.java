package dev.hexdesk.persistence.user;

import dev.hexdesk.application.shared.Deletion;
import dev.hexdesk.application.shared.StaleVersion;
import dev.hexdesk.application.shared.UniqueStoring;
import dev.hexdesk.application.user.UserRepository;
import dev.hexdesk.domain.user.PasswordHash;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.UserProfile;
import dev.hexdesk.domain.user.Username;
import dev.hexdesk.persistence.handover.JdbiTicketHandover;
import dev.hexdesk.persistence.support.CacheInvalidation.Table;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.support.SqlValues;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Keeps users in PostgreSQL. */
public record JdbiUserRepository(JdbiUnitOfWork unitOfWork) implements UserRepository {
  /** Any number that no other advisory lock of the database has. */
  private static final long ADMINISTRATORS = 0x6865786465736b01L;

  private static final Map<String, UniqueStoring<User>> UNIQUE_CONSTRAINTS =
      Map.of(
          "users_username_unique", new UniqueStoring.AlreadyExists<>("username"),
          "users_phone_unique", new UniqueStoring.AlreadyExists<>("phone"),
          "users_email_unique", new UniqueStoring.AlreadyExists<>("email"));
  private static final Map<String, Deletion> IN_USE =
      Map.of(
          "tickets_owner_exists", Deletion.IN_USE,
          "tickets_assignee_exists", Deletion.IN_USE,
          "user_handovers_to_exists", Deletion.IN_USE,
          "user_handovers_holder_exists", Deletion.IN_USE);

  private static final String INSERT =
      """
      INSERT INTO users (
        username, username_key, first_name, last_name, last_name_key, phone, email, email_key,
        roles, disabled, login_denied, password_hash, search_text, version, created_at, updated_at)
      VALUES (
        :username, :usernameKey, :firstName, :lastName, :lastNameKey, :phone, :email, :emailKey,
        :roles, :disabled, :loginDenied, :passwordHash, :searchText, 1, :now, :now)
      RETURNING
      """
          + UserRow.COLUMNS;

  private static final String UPDATE =
      """
      UPDATE users
         SET username = :username, username_key = :usernameKey, first_name = :firstName,
             last_name = :lastName, last_name_key = :lastNameKey, phone = :phone, email = :email,
             email_key = :emailKey, roles = :roles, disabled = :disabled,
             login_denied = :loginDenied, search_text = :searchText, version = :version,
             updated_at = :updatedAt
       WHERE id = :id AND version = :version - 1
      RETURNING
      """
          + UserRow.COLUMNS;

  private static final String FIND = "SELECT " + UserRow.COLUMNS + " FROM users WHERE id = ?";
  private static final String FIND_FOR_UPDATE = FIND + " FOR NO KEY UPDATE";
  private static final String FIND_BY_NAME =
      "SELECT " + UserRow.COLUMNS + " FROM users WHERE username_key = ?";

  @Override
  public UniqueStoring<User> insert(UserProfile profile, PasswordHash hash, Instant now) {
    return unitOfWork.write(
        UNIQUE_CONSTRAINTS,
        handle ->
            new UniqueStoring.Stored<>(
                UserRow.bind(handle.createQuery(INSERT), profile)
                    .bind("passwordHash", hash.encoded())
                    .bind("now", SqlValues.instant(now))
                    .map((row, context) -> UserRow.user(row))
                    .one()));
  }

  @Override
  public UniqueStoring<User> update(User user) {
    unitOfWork.caches().invalidate(Table.USERS, user.id().value());
    return unitOfWork.write(
        UNIQUE_CONSTRAINTS,
        handle ->
            UserRow.bind(handle.createQuery(UPDATE), user.profile())
                .bind("id", user.id().value())
                .bind("version", user.version().number())
                .bind("updatedAt", SqlValues.instant(user.updatedAt()))
                .map((row, context) -> UserRow.user(row))
                .findOne()
                .map(UniqueStoring.Stored::new)
                .orElseThrow(() -> new StaleVersion("the user")));
  }

  @Override
  public Optional<User> find(UserId id) {
    return unitOfWork.rows().findById(FIND, id.value(), UserRow::user);
  }

  @Override
  public Optional<User> findForUpdate(UserId id) {
    return unitOfWork.rows().findForUpdate(FIND_FOR_UPDATE, id.value(), UserRow::user);
  }

  @Override
  public Optional<User> find(Username username) {
    return unitOfWork.rows().find(FIND_BY_NAME, UserRow::user, username.key());
  }

  @Override
  public Deletion delete(UserId id) {
    unitOfWork.caches().invalidate(Table.USERS, id.value());
    return unitOfWork.write(
        IN_USE,
        handle -> {
          JdbiTicketHandover.letGo(handle, id);
          return handle.execute("DELETE FROM users WHERE id = ?", id.value()) == 0
              ? Deletion.UNKNOWN
              : Deletion.DELETED;
        });
  }

  @Override
  public void lockAdministrators() {
    unitOfWork.locks().lock(ADMINISTRATORS);
  }

  @Override
  public boolean hasActiveAdministratorBesides(UserId id) {
    return unitOfWork.with(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT EXISTS (
                      SELECT 1
                        FROM users
                       WHERE roles @> ARRAY['admin'] AND NOT disabled AND NOT login_denied
                         AND id <> :id)
                    """)
                .bind("id", id.value())
                .mapTo(boolean.class)
                .one());
  }

  @Override
  public boolean isEmpty() {
    return unitOfWork.with(
        handle ->
            handle
                .createQuery("SELECT NOT EXISTS (SELECT 1 FROM users)")
                .mapTo(boolean.class)
                .one());
  }
}
