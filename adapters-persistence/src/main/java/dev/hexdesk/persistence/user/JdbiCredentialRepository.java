package dev.hexdesk.persistence.user;

import dev.hexdesk.application.user.CredentialRepository;
import dev.hexdesk.domain.user.Credentials;
import dev.hexdesk.domain.user.PasswordHash;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.Username;
import dev.hexdesk.persistence.support.CacheInvalidation.Table;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.support.RowCache;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Keeps credentials in PostgreSQL, in the rows of their users. */
public final class JdbiCredentialRepository implements CredentialRepository {
  private static final String COLUMNS = "id, username, password_hash, epoch, login_denied";
  private static final String FIND = "SELECT " + COLUMNS + " FROM users WHERE id = ?";
  private static final String FIND_BY_NAME =
      "SELECT " + COLUMNS + " FROM users WHERE username_key = ?";
  private static final String AUTHENTICATION_STATE =
      "SELECT " + UserRow.COLUMNS + ", epoch FROM users WHERE id = ?";

  /** More users than any department has. */
  private static final int CACHE_CAPACITY = 10_000;

  private static final String CHANGE_PASSWORD =
      "UPDATE users SET password_hash = ?, epoch = epoch + 1 WHERE id = ?";
  private static final String CHANGE_PASSWORD_IN_EPOCH = CHANGE_PASSWORD + " AND epoch = ?";
  private static final String MAKES =
      "SELECT regexp_replace(password_hash, '\\$[^$]*\\$[^$]*$', '') AS make, count(*) AS users"
          + " FROM users GROUP BY make";
  private static final String RENEW_HASH =
      "UPDATE users SET password_hash = ? WHERE id = ? AND password_hash = ?";

  private final JdbiUnitOfWork unitOfWork;
  private final RowCache<AuthenticationState> states;

  public JdbiCredentialRepository(JdbiUnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
    this.states = unitOfWork.caches().of(Table.USERS, CACHE_CAPACITY);
  }

  @Override
  public Optional<Credentials> find(Username username) {
    return unitOfWork
        .rows()
        .find(FIND_BY_NAME, JdbiCredentialRepository::credentials, username.key());
  }

  @Override
  public Optional<Credentials> find(UserId id) {
    return unitOfWork.rows().findById(FIND, id.value(), JdbiCredentialRepository::credentials);
  }

  @Override
  public Optional<AuthenticationState> authenticationStateOf(UserId id) {
    return unitOfWork
        .rows()
        .findById(AUTHENTICATION_STATE, id.value(), JdbiCredentialRepository::state, states);
  }

  @Override
  public boolean changePassword(UserId id, PasswordHash hash) {
    return changed(id, handle -> handle.execute(CHANGE_PASSWORD, hash.encoded(), id.value()) == 1);
  }

  @Override
  public boolean changePassword(UserId id, long epoch, PasswordHash hash) {
    return changed(
        id,
        handle -> handle.execute(CHANGE_PASSWORD_IN_EPOCH, hash.encoded(), id.value(), epoch) == 1);
  }

  private boolean changed(UserId id, Function<Handle, Boolean> change) {
    boolean changed = unitOfWork.with(change::apply);
    unitOfWork.caches().invalidate(Table.USERS, id.value());
    return changed;
  }

  @Override
  public Map<String, Long> countHashesByParameters() {
    return unitOfWork.with(
        handle ->
            handle
                .select(MAKES)
                .map((row, context) -> Map.entry(row.getString("make"), row.getLong("users")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Override
  public void renewHash(UserId id, PasswordHash before, PasswordHash after) {
    unitOfWork.with(
        handle -> handle.execute(RENEW_HASH, after.encoded(), id.value(), before.encoded()));
  }

  private static Credentials credentials(ResultSet row) throws SQLException {
    return new Credentials(
        new UserId(row.getLong("id")),
        new Username(row.getString("username")),
        new PasswordHash(row.getString("password_hash")),
        row.getLong("epoch"),
        row.getBoolean("login_denied"));
  }

  private static AuthenticationState state(ResultSet row) throws SQLException {
    return new AuthenticationState(UserRow.user(row), row.getLong("epoch"));
  }
}
