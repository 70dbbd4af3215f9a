package dev.hexdesk.bootstrap.config;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Makes files that hold secrets: nobody but their owner can read them, not even for a moment. */
public final class PrivateFile {
  private PrivateFile() {}

  /**
   * Makes the file with all of its content at once, and the folders above it where they are
   * missing. A file that is there already is never touched, and neither is one that appears
   * meanwhile.
   *
   * @return whether it was made
   */
  public static boolean create(Path file, String content) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    Path folder = Files.createDirectories(folderOf(file));
    Path draft = folder.resolve("." + file.getFileName() + "." + UUID.randomUUID());
    try {
      write(draft, content);
      return publish(draft, file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  /** Writes a file. */
  @FunctionalInterface
  public interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Makes the file once all of it is written and on the disk; half of one is never there under its
   * name. A file that is there already is never touched.
   *
   * @return whether it was made
   */
  public static boolean create(Path file, Content content) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    Path draft = folderOf(file).resolve("." + file.getFileName() + "." + UUID.randomUUID());
    try {
      try (OutputStream out = new BufferedOutputStream(open(draft))) {
        content.writeTo(out);
      }
      try (FileChannel written = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        written.force(true);
      }
      return publish(draft, file);
    } finally {
      Files.deleteIfExists(draft);
    }
  }

  private static Path folderOf(Path file) {
    return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a root is there already");
  }

  /**
   * Makes the file, empty, to be written.
   *
   * @throws FileAlreadyExistsException if there is one of that name, be it a link that leads
   *     nowhere
   */
  private static OutputStream open(Path file) throws IOException {
    return Channels.newOutputStream(
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly()));
  }

  private static void write(Path draft, String content) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(content);
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            draft,
            Set.of(
                StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC),
            ownerOnly())) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    }
  }

  private static boolean publish(Path draft, Path file) throws IOException {
    try {
      name(draft, file);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    }
  }

  /** A second name for the draft: unlike renaming, that fails where the name is taken. */
  private static void name(Path draft, Path file) throws IOException {
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException taken) {
      throw taken;
    } catch (UnsupportedOperationException | IOException noLinksHere) {
      Files.move(draft, file);
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
