package dev.hexdesk.domain.user;

import dev.hexdesk.domain.shared.Coded;
import java.util.Optional;

/** What a user does in the department; the role policy says what each may. */
public enum Role implements Coded {
  ADMIN,
  MANAGER,
  SUPPORT;

  public static Optional<Role> of(String code) {
    return Coded.find(Role.class, code);
  }
}
