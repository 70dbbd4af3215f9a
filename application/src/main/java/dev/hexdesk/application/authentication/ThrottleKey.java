package dev.hexdesk.application.authentication;

import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.Username;

/** What failed logins are counted by: a user name, an address or network, or both together. */
public sealed interface ThrottleKey {
  /** Logins by a name, whether or not it is anybody's. */
  record LoginsAs(Username username) implements ThrottleKey {
    @Override
    public String key() {
      return "name " + username.key();
    }
  }

  /** Logins as a user from where that user has logged in of late. */
  record LoginsAsKnown(KnownNetworks.Known known) implements ThrottleKey {
    @Override
    public String key() {
      return "known " + known.userId().value() + " " + known.network();
    }
  }

  /** Logins from somewhere. */
  record LoginsFrom(ClientAddress address) implements ThrottleKey {
    @Override
    public String key() {
      return "address " + address.network();
    }
  }

  /** Logins from anywhere in a site. */
  record LoginsFromSite(ClientAddress address) implements ThrottleKey {
    @Override
    public String key() {
      return "site " + address.site();
    }
  }

  /** Tries of a user who is logged in to tell their present password. */
  record OwnPassword(UserId id) implements ThrottleKey {
    @Override
    public String key() {
      return "user " + id.value();
    }
  }

  /** Under what the subject is stored: no two subjects have the same. */
  String key();
}
