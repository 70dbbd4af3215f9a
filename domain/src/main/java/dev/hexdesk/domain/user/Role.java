package dev.hexdesk.domain.user;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a user does in the department; the role policy says what each may. */
public enum Role {
  ADMIN,
  MANAGER,
  SUPPORT;

  /** The role's name as people write it, {@code manager}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String code) {
    return Arrays.stream(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}
