package dev.hexdesk.bootstrap.health;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Whether the database answers. */
public final class DatabaseHealthCheck extends TimedHealthCheck {
  private final DataSource dataSource;
  private final int seconds;

  public DatabaseHealthCheck(DataSource dataSource, Duration deadline) {
    super("The database", deadline);
    this.dataSource = dataSource;
    this.seconds = Math.toIntExact(Math.max(1, deadline.toSeconds()));
  }

  @Override
  Result ask() throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      return connection.isValid(seconds)
          ? Result.healthy()
          : Result.unhealthy("The database does not answer");
    }
  }
}
