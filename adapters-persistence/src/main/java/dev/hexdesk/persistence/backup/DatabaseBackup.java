package dev.hexdesk.persistence.backup;

import dev.hexdesk.persistence.support.Progress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Writes the whole database, as it is at one moment, into one file: a ZIP archive with the rows of
 * each table as COPY writes them, and a list of contents with their numbers and hashes. Whoever
 * writes meanwhile neither waits nor is seen.
 */
public final class DatabaseBackup {
  static final String MANIFEST = "MANIFEST";
  static final String SUFFIX = ".copy";

  /** All that is read in the transaction is of the moment of its first statement. */
  private static final String SNAPSHOT =
      "SELECT count(*) FROM pg_class WHERE relnamespace = current_schema()::regnamespace";

  private final DataSource dataSource;

  public DatabaseBackup(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * Writes it.
   *
   * @param program the version of the program
   * @param changeSets what was done to the tables
   */
  public BackupManifest write(
      OutputStream out, String program, List<String> changeSets, Progress progress)
      throws SQLException, IOException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setReadOnly(true);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      connection.setAutoCommit(false);
      Instant made = takeSnapshot(connection);
      ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
      zip.setLevel(Deflater.BEST_SPEED);
      List<BackupManifest.Table> tables = new ArrayList<>();
      for (String table : BackupTables.ALL) {
        tables.add(write(connection, table, zip, progress));
      }
      // Numbers are given without regard to transactions: read last, they are beyond all rows.
      BackupManifest manifest =
          new BackupManifest(
              program,
              made,
              changeSets,
              tables,
              BackupTables.sequences(connection, BackupTables.ALL));
      byte[] text = manifest.text().getBytes(StandardCharsets.UTF_8);
      zip.putNextEntry(new ZipEntry(MANIFEST));
      zip.write(text);
      zip.closeEntry();
      zip.setComment(hex(sha256().digest(text)));
      zip.finish();
      connection.rollback();
      return manifest;
    }
  }

  private static Instant takeSnapshot(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(SNAPSHOT);
        ResultSet row = statement.executeQuery()) {
      row.next();
      return Instant.now();
    }
  }

  private static BackupManifest.Table write(
      Connection connection, String table, ZipOutputStream zip, Progress progress)
      throws SQLException, IOException {
    List<String> columns = BackupTables.columns(connection, table);
    progress.begin(table, 0);
    MessageDigest digest = sha256();
    long rows = 0;
    zip.putNextEntry(new ZipEntry(table + SUFFIX));
    CopyOut copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut(BackupTables.copy(table, columns, "TO STDOUT"));
    for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
      digest.update(row);
      zip.write(row);
      rows++;
      progress.done(1);
    }
    zip.closeEntry();
    return new BackupManifest.Table(table, rows, hex(digest.digest()), columns);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
