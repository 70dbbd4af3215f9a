package dev.hexdesk.security.guilty;

import jakarta.inject.Inject;
import java.sql.Connection;

/** Sees SQL in the security adapter, and lets a container wire it. */
final class LooksUsersUp {
  final Connection connection;

  @Inject
  LooksUsersUp(Connection connection) {
    this.connection = connection;
  }
}
