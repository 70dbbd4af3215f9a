package dev.hexdesk.bootstrap.health;

import dev.hexdesk.bootstrap.database.Migrations;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Whether the database has all that this version of the program needs. */
public final class MigrationsHealthCheck extends TimedHealthCheck {
  private final Migrations migrations;

  public MigrationsHealthCheck(Migrations migrations, Duration deadline) {
    super("The list of migrations", deadline);
    this.migrations = migrations;
  }

  @Override
  Result ask() throws SQLException {
    List<String> pending = migrations.pending();
    return pending.isEmpty()
        ? Result.healthy()
        : Result.unhealthy("Pending migrations: " + String.join(", ", pending));
  }
}
