package dev.hexdesk.bootstrap.health;

import com.codahale.metrics.health.HealthCheck;
import dev.hexdesk.bootstrap.database.Migrations;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Whether the database has all that this version of the program needs. */
public final class MigrationsHealthCheck extends HealthCheck {
  private final Migrations migrations;
  private final Duration deadline;

  public MigrationsHealthCheck(Migrations migrations, Duration deadline) {
    this.migrations = migrations;
    this.deadline = deadline;
  }

  @Override
  protected Result check() throws Exception {
    return Deadline.within(deadline, "The list of migrations", this::ask);
  }

  private Result ask() throws SQLException {
    List<String> pending = migrations.pending();
    return pending.isEmpty()
        ? Result.healthy()
        : Result.unhealthy("Pending migrations: " + String.join(", ", pending));
  }
}
