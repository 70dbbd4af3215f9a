package dev.hexdesk.persistence.backup;

import dev.hexdesk.persistence.support.Progress;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** A backup that somebody wants to have back. */
public final class BackupFile implements Closeable {
  /** More than any list of contents has. */
  private static final int LONGEST_MANIFEST = 1 << 20;

  static final int BUFFER = 1 << 16;

  private final ZipFile zip;
  private final BackupManifest manifest;

  private BackupFile(ZipFile zip, BackupManifest manifest) {
    this.zip = zip;
    this.manifest = manifest;
  }

  /**
   * Opens it and reads its list of contents.
   *
   * @throws DamagedBackup when it is none, or its list was altered
   * @throws NoSuchFileException when it is not there
   */
  public static BackupFile open(Path path) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException | EOFException noArchive) {
      throw new DamagedBackup("it is no backup of Hexdesk, or it was cut short", noArchive);
    }
    try {
      return new BackupFile(zip, BackupManifest.of(manifestOf(zip)));
    } catch (IOException | RuntimeException failure) {
      zip.close();
      throw failure;
    }
  }

  private static String manifestOf(ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(DatabaseBackup.MANIFEST);
    if (entry == null) {
      throw new DamagedBackup("it is no backup of Hexdesk");
    }
    byte[] text;
    try (InputStream in = zip.getInputStream(entry)) {
      text = in.readNBytes(LONGEST_MANIFEST);
    } catch (ZipException | EOFException unreadable) {
      throw new DamagedBackup("its list of contents can't be read", unreadable);
    }
    if (!DatabaseBackup.hex(DatabaseBackup.sha256().digest(text)).equals(zip.getComment())) {
      throw new DamagedBackup("its list of contents was altered");
    }
    return new String(text, StandardCharsets.UTF_8);
  }

  public BackupManifest manifest() {
    return manifest;
  }

  /**
   * Reads all of it, before anything is done with it.
   *
   * @throws DamagedBackup when it is not as it was made
   */
  public void verify(Progress progress) throws IOException {
    progress.begin("check", manifest.rows());
    for (BackupManifest.Table table : manifest.tables()) {
      MessageDigest digest = DatabaseBackup.sha256();
      byte[] buffer = new byte[BUFFER];
      try (InputStream rows = rowsOf(table)) {
        for (int read = rows.read(buffer); read >= 0; read = rows.read(buffer)) {
          digest.update(buffer, 0, read);
          progress.done(linesIn(buffer, read));
        }
      } catch (ZipException | EOFException unreadable) {
        throw new DamagedBackup("the rows of " + table.name() + " can't be read", unreadable);
      }
      if (!DatabaseBackup.hex(digest.digest()).equals(table.sha256())) {
        throw new DamagedBackup("the rows of " + table.name() + " are not those that were saved");
      }
    }
  }

  /** How many rows end in what was read: COPY ends each by a line feed, and has none within. */
  static long linesIn(byte[] buffer, int length) {
    long lines = 0;
    for (int at = 0; at < length; at++) {
      if (buffer[at] == '\n') {
        lines++;
      }
    }
    return lines;
  }

  /** The rows of a table. */
  InputStream rowsOf(BackupManifest.Table table) throws IOException {
    ZipEntry entry = zip.getEntry(table.name() + DatabaseBackup.SUFFIX);
    if (entry == null) {
      throw new DamagedBackup("it has no rows of " + table.name());
    }
    return zip.getInputStream(entry);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
