package dev.hexdesk.bootstrap.cli;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/**
 * The C library that a system has: the parts of Hexdesk that are no Java, PostgreSQL and Argon2,
 * are made for glibc.
 */
public final class CLibrary {
  /** What to do without glibc. */
  public static final String NEEDED =
      "Hexdesk needs the C library glibc, and this system has musl, as Alpine Linux does: take a"
          + " system or an image with glibc, such as Debian's or Ubuntu's.";

  private CLibrary() {}

  /** Whether this system has musl alone. */
  public static boolean isMusl() throws IOException {
    return isMusl(FileSystems.getDefault().getRootDirectories().iterator().next());
  }

  static boolean isMusl(Path root) throws IOException {
    return has(root.resolve("lib"), "ld-musl-*")
        && !has(root.resolve("lib"), "ld-linux*")
        && !has(root.resolve("lib64"), "ld-linux*");
  }

  private static boolean has(Path folder, String loader) throws IOException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, loader)) {
      return found.iterator().hasNext();
    } catch (NoSuchFileException | NotDirectoryException nothing) {
      return false;
    }
  }
}
