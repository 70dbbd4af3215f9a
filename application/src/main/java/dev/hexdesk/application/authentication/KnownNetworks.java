package dev.hexdesk.application.authentication;

import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.Username;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Remembers from where users have logged in of late. */
public interface KnownNetworks {
  /**
   * A network from which a user has logged in.
   *
   * @param network stands for the network, and does not tell its address
   */
  record Known(UserId userId, String network) {}

  /**
   * @param seenAt when the user last logged in from there, to a day or so
   */
  record Sighting(Known known, Instant seenAt) {}

  /** Asks in one way whether or not there is such a user. */
  Optional<Sighting> find(Username username, ClientAddress address);

  /** All networks from which a user has logged in lately. */
  List<Known> of(UserId id);

  /**
   * Remembers a login, and forgets a few of those before a moment. Nothing is remembered of who is
   * deleted.
   */
  void remember(UserId id, ClientAddress address, Instant now, Instant forgottenBefore);
}
