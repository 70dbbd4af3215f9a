package dev.hexdesk.bootstrap.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks tar archives compressed with xz, with links and execute bits. */
final class TarXz {
  private final Path folder;

  private TarXz(Path folder) {
    this.folder = folder;
  }

  /** Unpacks into a folder that is made for it; nothing is written outside. */
  static void unpack(InputStream compressed, Path folder) throws IOException {
    TarXz target = new TarXz(folder);
    target.createFolder(folder);
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new XZCompressorInputStream(compressed))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        target.write(entry, tar);
      }
    }
  }

  private void write(TarArchiveEntry entry, InputStream content) throws IOException {
    Path path = within(folder.resolve(entry.getName()));
    createFolder(entry.isDirectory() ? path : path.resolve("..").normalize());
    if (entry.isSymbolicLink()) {
      Path link = Path.of(entry.getLinkName());
      within(path.resolve("..").resolve(link));
      Files.createSymbolicLink(path, link);
    } else if (entry.isFile()) {
      Files.copy(content, path);
      allow(path, (entry.getMode() & 0100) != 0);
    } else if (!entry.isDirectory()) {
      throw new IOException("Neither file, folder nor link in the archive: " + entry.getName());
    }
  }

  private Path within(Path path) throws IOException {
    Path normal = path.normalize();
    if (!normal.startsWith(folder)) {
      throw new IOException("Outside the archive's folder: " + path);
    }
    return normal;
  }

  private void createFolder(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      Files.createDirectories(path);
      for (Path made = path; made.startsWith(folder); made = made.resolve("..").normalize()) {
        allow(made, true);
      }
    }
  }

  /** For everyone, whatever the umask: the server's account is not always ours. */
  private static void allow(Path path, boolean executable) throws IOException {
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
