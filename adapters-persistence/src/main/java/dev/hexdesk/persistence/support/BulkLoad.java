package dev.hexdesk.persistence.support;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Tables that are made ready for very many rows: without the indexes, references and triggers that
 * would do row by row what is faster done once. All of it in one transaction, so that nobody ever
 * sees the tables so.
 */
public final class BulkLoad {
  private static final String CONSTRAINTS =
      """
      SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', c.conrelid::regclass, c.conname),
             format('ALTER TABLE %s ADD CONSTRAINT %I %s', c.conrelid::regclass, c.conname,
                    pg_get_constraintdef(c.oid))
        FROM pg_constraint c
       WHERE c.conrelid = to_regclass(?)
      """;
  private static final String INDEXES =
      """
      SELECT format('DROP INDEX %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
        FROM pg_index i
       WHERE i.indrelid = to_regclass(?)
         AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conindid = i.indexrelid)
       ORDER BY i.indexrelid
      """;
  private static final String REFERENCES = CONSTRAINTS + " AND c.contype = 'f' ORDER BY c.oid";
  // A key that another table refers to stays.
  private static final String KEYS =
      CONSTRAINTS
          + """
             AND c.contype IN ('p', 'u')
             AND NOT EXISTS (
               SELECT 1 FROM pg_constraint f WHERE f.contype = 'f' AND f.conindid = c.conindid)
           ORDER BY c.oid
          """;
  private static final String TRIGGERS =
      """
      SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', t.tgrelid::regclass, t.tgname),
             format('ALTER TABLE %s ENABLE TRIGGER %I', t.tgrelid::regclass, t.tgname)
        FROM pg_trigger t
       WHERE t.tgrelid = to_regclass(?) AND NOT t.tgisinternal AND t.tgenabled = 'O'
       ORDER BY t.oid
      """;

  private final Connection connection;
  private final List<String> restoring = new ArrayList<>();

  private BulkLoad(Connection connection) {
    this.connection = connection;
  }

  /** Lays aside all that slows copying down, keys as well where no other table needs them. */
  public static BulkLoad withoutKeys(Connection connection, List<String> tables)
      throws SQLException {
    return new BulkLoad(connection).without(List.of(TRIGGERS, REFERENCES, INDEXES, KEYS), tables);
  }

  /** Lays aside indexes and references. */
  public static BulkLoad withKeys(Connection connection, List<String> tables) throws SQLException {
    return new BulkLoad(connection).without(List.of(REFERENCES, INDEXES), tables);
  }

  private BulkLoad without(List<String> kinds, List<String> tables) throws SQLException {
    for (String kind : kinds) {
      for (String table : tables) {
        layAside(kind, table);
      }
    }
    // Keys are there again before references to them.
    Collections.reverse(restoring);
    return this;
  }

  private void layAside(String query, String table) throws SQLException {
    List<String> removing = new ArrayList<>();
    try (var statement = connection.prepareStatement(query)) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          removing.add(rows.getString(1));
          restoring.add(rows.getString(2));
        }
      }
    }
    for (String each : removing) {
      execute(each);
    }
  }

  /** How many steps it takes to restore all. */
  public int steps() {
    return restoring.size();
  }

  /** Restores what was laid aside; references are checked by it. */
  public void restore(Runnable step) throws SQLException {
    for (String each : restoring) {
      execute(each);
      step.run();
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
