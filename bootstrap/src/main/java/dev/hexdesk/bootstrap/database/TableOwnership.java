package dev.hexdesk.bootstrap.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Who is logged in to a database: the role that owns its tables and may change them, or one that
 * serves and may not.
 */
public record TableOwnership(String user, boolean mayChangeTables) {
  /** Whoever owns one of the tables owns them all; where there are none, they can be made. */
  private static final String WHO =
      """
      SELECT current_user,
             coalesce(
               (SELECT pg_has_role(relowner, 'USAGE') FROM pg_class
                 WHERE oid = to_regclass('databasechangelog')),
               has_schema_privilege(current_schema(), 'CREATE'),
               false)
      """;

  /** Asks the database. */
  public static TableOwnership of(DataSource dataSource) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(WHO);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return new TableOwnership(row.getString(1), row.getBoolean(2));
    }
  }
}
