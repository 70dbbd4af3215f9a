package dev.hexdesk.bootstrap.health;

import com.codahale.metrics.health.HealthCheck;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Whether the database answers, within a deadline: a check that hangs tells nobody anything. */
public final class DatabaseHealthCheck extends HealthCheck {
  private final DataSource dataSource;
  private final Duration deadline;

  public DatabaseHealthCheck(DataSource dataSource, Duration deadline) {
    this.dataSource = dataSource;
    this.deadline = deadline;
  }

  @Override
  protected Result check() throws Exception {
    return Deadline.within(deadline, "The database", this::ask);
  }

  private Result ask() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(Math.toIntExact(Math.max(1, deadline.toSeconds())))
          ? Result.healthy()
          : Result.unhealthy("The database does not answer");
    }
  }
}
