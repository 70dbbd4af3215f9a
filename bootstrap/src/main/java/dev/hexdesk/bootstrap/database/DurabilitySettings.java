package dev.hexdesk.bootstrap.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * What a database must do so that what it has acknowledged outlives a crash (PostgreSQL's manual,
 * Reliability and the Write-Ahead Log). Some switch it off to load data faster, and forget it.
 */
public final class DurabilitySettings {
  private static final String SWITCHED_OFF =
      """
      SELECT name
        FROM pg_settings
       WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit') AND setting = 'off'
       ORDER BY name
      """;

  private DurabilitySettings() {}

  /** What is at stake, in a sentence for each setting that is off. */
  public static List<String> warnings(DataSource dataSource) throws SQLException {
    List<String> warnings = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(SWITCHED_OFF);
        ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        String name = row.getString(1);
        warnings.add(
            "The database has %s = off: %s. Switch it on before anything is kept here that matters."
                .formatted(name, consequence(name)));
      }
    }
    return warnings;
  }

  private static String consequence(String setting) {
    return switch (setting) {
      case "fsync" -> "when its machine crashes, all of it can be lost";
      case "full_page_writes" -> "when its machine crashes, pages can be left half written";
      default -> "when it crashes, the last changes are lost that users were told are saved";
    };
  }
}
