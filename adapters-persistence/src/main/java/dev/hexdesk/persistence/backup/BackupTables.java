package dev.hexdesk.persistence.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** The tables that a backup holds, and what PostgreSQL says of them. */
final class BackupTables {
  /** All that the changelog makes. Of Liquibase's own the backup has its list of change sets. */
  static final List<String> ALL =
      List.of(
          "user_ids",
          "users",
          "user_handovers",
          "known_networks",
          "login_failures",
          "employees",
          "erasure_confirmations",
          "tickets",
          "comments",
          "ticket_history",
          "ticket_links",
          "tag_counts",
          "search_settings",
          "ticket_search",
          "idempotency_keys");

  private static final String COLUMNS =
      """
      SELECT attname
        FROM pg_attribute
       WHERE attrelid = to_regclass(quote_ident(current_schema()) || '.' || quote_ident(?))
         AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
       ORDER BY attnum
      """;

  private static final String SEQUENCES =
      """
      SELECT sequencename AS name, coalesce(last_value, 0) AS last
        FROM pg_sequences
       WHERE schemaname = current_schema()
         AND sequencename = ANY (
           SELECT d.relname
             FROM pg_depend
             JOIN pg_class d ON d.oid = objid AND d.relkind = 'S'
             JOIN pg_class t ON t.oid = refobjid
            WHERE t.relname = ANY (?) AND t.relnamespace = d.relnamespace)
       ORDER BY sequencename
      """;

  private BackupTables() {}

  /** The columns that are stored and not computed; none where there is no such table. */
  static List<String> columns(Connection connection, String table) throws SQLException {
    List<String> columns = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.add(rows.getString(1));
        }
      }
    }
    return columns;
  }

  /** Where the sequences of these tables stand. */
  static List<BackupManifest.Sequence> sequences(Connection connection, List<String> tables)
      throws SQLException {
    List<BackupManifest.Sequence> sequences = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(SEQUENCES)) {
      statement.setArray(1, connection.createArrayOf("text", tables.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          sequences.add(new BackupManifest.Sequence(rows.getString("name"), rows.getLong("last")));
        }
      }
    }
    return sequences;
  }

  /** What COPY is told to do with the rows of a table. */
  static String copy(String table, List<String> columns, String direction) {
    return "COPY " + table + " (" + String.join(", ", columns) + ") " + direction;
  }
}
