package dev.hexdesk.persistence.authentication;

import dev.hexdesk.application.authentication.ClientAddress;
import dev.hexdesk.application.authentication.KnownNetworks;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.Username;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import dev.hexdesk.persistence.support.Sha256;
import dev.hexdesk.persistence.support.SqlValues;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Remembers networks in PostgreSQL, by their hashes. */
public record JdbiKnownNetworks(JdbiUnitOfWork unitOfWork) implements KnownNetworks {
  private static final String FIND =
      """
      SELECT k.user_id, k.network, k.seen_at
      FROM users AS u JOIN known_networks AS k ON k.user_id = u.id
      WHERE u.username_key = ? AND k.network = ?
      """;

  private static final String ALL =
      "SELECT user_id, network FROM known_networks WHERE user_id = ? ORDER BY network";

  /** Locks the user, who can't be deleted then before the row is there to be deleted, too. */
  private static final String REMEMBER =
      """
      INSERT INTO known_networks (user_id, network, seen_at)
      SELECT id, ?, ? FROM users WHERE id = ? FOR KEY SHARE
      ON CONFLICT (user_id, network) DO UPDATE SET seen_at = EXCLUDED.seen_at
      """;

  /** A crash may forget a login; the next one is remembered. */
  private static final String WAIT_FOR_NO_DISK =
      "SELECT set_config('synchronous_commit', 'off', true)";

  /** A few at a time keep the table small, for each login adds one row at most. */
  private static final String DELETE_EXPIRED =
      """
      DELETE FROM known_networks
      WHERE (user_id, network) IN (
        SELECT user_id, network FROM known_networks WHERE seen_at < ?
        ORDER BY seen_at LIMIT 8 FOR UPDATE SKIP LOCKED)
      """;

  @Override
  public Optional<Sighting> find(Username username, ClientAddress address) {
    return unitOfWork
        .rows()
        .find(
            FIND,
            row ->
                new Sighting(
                    new Known(new UserId(row.getLong("user_id")), row.getString("network")),
                    SqlValues.instant(row, "seen_at")),
            username.key(),
            hash(address));
  }

  @Override
  public List<Known> of(UserId id) {
    return unitOfWork.rows().list(ALL, row -> new Known(id, row.getString("network")), id.value());
  }

  @Override
  public void remember(UserId id, ClientAddress address, Instant now, Instant forgottenBefore) {
    unitOfWork.inTransaction(
        () -> {
          unitOfWork.with(handle -> handle.select(WAIT_FOR_NO_DISK).mapTo(String.class).one());
          unitOfWork.with(
              handle ->
                  handle.execute(REMEMBER, hash(address), SqlValues.instant(now), id.value()));
          return unitOfWork.with(
              handle -> handle.execute(DELETE_EXPIRED, SqlValues.instant(forgottenBefore)));
        });
  }

  private static String hash(ClientAddress address) {
    return Sha256.hex("network " + address.network());
  }
}
