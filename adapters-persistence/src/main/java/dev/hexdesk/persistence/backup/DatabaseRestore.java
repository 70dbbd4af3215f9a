package dev.hexdesk.persistence.backup;

import dev.hexdesk.persistence.support.BulkLoad;
import dev.hexdesk.persistence.support.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Puts the rows of a backup in the place of all that is in the database: all of it or, where
 * anything is wrong with the file, nothing. The tables have to be what they were when it was made.
 */
public final class DatabaseRestore {
  private static final String PEOPLE =
      """
      SELECT (SELECT count(*) FROM users) + (SELECT count(*) FROM employees)
             + (SELECT count(*) FROM tickets)
      """;

  /** Each server listens by one connection of that name. */
  private static final String SERVERS =
      """
      SELECT count(*)
        FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'hexdesk-changes'
      """;

  private static final String MAY_TRUNCATE = "SELECT has_table_privilege(?, 'TRUNCATE')";

  private static final String SET =
      "SELECT setval(to_regclass(quote_ident(current_schema()) || '.' || quote_ident(?)), ?, ?)";

  private final DataSource dataSource;

  public DatabaseRestore(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** How many users, employees and tickets there are. */
  public long present() throws SQLException {
    return number(PEOPLE);
  }

  /** How many servers work on the database. */
  public long servers() throws SQLException {
    return number(SERVERS);
  }

  private long number(String question) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(question);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * Puts the rows there, and checks that they are what the backup says and fit together.
   *
   * @throws DamagedBackup when the file is not as it was made; nothing was changed then
   */
  public void restore(BackupFile backup, Progress progress) throws SQLException, IOException {
    backup.verify(progress);
    BackupManifest manifest = backup.manifest();
    List<String> tables = manifest.tables().stream().map(BackupManifest.Table::name).toList();
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      for (BackupManifest.Table table : manifest.tables()) {
        requireColumns(connection, table);
      }
      BulkLoad bulk = BulkLoad.withoutKeys(connection, tables);
      empty(connection, tables);
      for (BackupManifest.Table table : manifest.tables()) {
        progress.begin(table.name(), table.rows());
        try (InputStream rows = backup.rowsOf(table)) {
          copy(connection, table, rows, progress);
        }
      }
      for (BackupManifest.Sequence sequence : manifest.sequences()) {
        set(connection, sequence);
      }
      progress.begin("indexes", bulk.steps());
      bulk.restore(() -> progress.done(1));
      connection.commit();
      connection.setAutoCommit(true);
      progress.begin("analyze", tables.size());
      for (String table : tables) {
        execute(connection, "ANALYZE " + table);
        progress.done(1);
      }
    }
  }

  private static void requireColumns(Connection connection, BackupManifest.Table table)
      throws SQLException, DamagedBackup {
    if (!BackupTables.ALL.contains(table.name())
        || !BackupTables.columns(connection, table.name()).equals(table.columns())) {
      throw new DamagedBackup("the table %s is another one here".formatted(table.name()));
    }
  }

  /**
   * Removes all rows. Of tables that only grow, such as the history, their owner has given up the
   * right to do that, and takes it for as long as it takes.
   */
  private static void empty(Connection connection, List<String> tables) throws SQLException {
    List<String> growing = new ArrayList<>();
    for (String table : tables) {
      if (!mayTruncate(connection, table)) {
        growing.add(table);
      }
    }
    for (String table : growing) {
      execute(connection, "GRANT TRUNCATE ON " + table + " TO CURRENT_USER");
    }
    execute(connection, "TRUNCATE " + String.join(", ", tables));
    for (String table : growing) {
      execute(connection, "REVOKE TRUNCATE ON " + table + " FROM CURRENT_USER");
    }
  }

  private static boolean mayTruncate(Connection connection, String table) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(MAY_TRUNCATE)) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getBoolean(1);
      }
    }
  }

  private static void copy(
      Connection connection, BackupManifest.Table table, InputStream rows, Progress progress)
      throws SQLException, IOException {
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn(BackupTables.copy(table.name(), table.columns(), "FROM STDIN"));
    byte[] buffer = new byte[BackupFile.BUFFER];
    try {
      for (int read = rows.read(buffer); read >= 0; read = rows.read(buffer)) {
        copy.writeToCopy(buffer, 0, read);
        progress.done(BackupFile.linesIn(buffer, read));
      }
      if (copy.endCopy() != table.rows()) {
        throw new DamagedBackup("it has other rows of " + table.name() + " than it says");
      }
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static void set(Connection connection, BackupManifest.Sequence sequence)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SET)) {
      statement.setString(1, sequence.name());
      statement.setLong(2, Math.max(1, sequence.last()));
      statement.setBoolean(3, sequence.last() > 0);
      statement.execute();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
