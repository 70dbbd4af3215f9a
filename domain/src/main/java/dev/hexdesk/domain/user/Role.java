package dev.hexdesk.domain.user;

import dev.hexdesk.domain.shared.Coded;

/** What a user does in the department; the role policy says what each may. */
public enum Role implements Coded {
  ADMIN,
  MANAGER,
  SUPPORT;
}
