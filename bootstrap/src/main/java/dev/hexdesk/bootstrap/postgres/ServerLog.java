package dev.hexdesk.bootstrap.postgres;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that the server's messages are appended to, and the one before it. Links are not
 * followed: where we are root, the folder's owner would lead us to any file.
 */
record ServerLog(Path file, long limit) {
  private static final Logger LOG = LoggerFactory.getLogger(ServerLog.class);
  private static final long LIMIT = 10L << 20;
  private static final int TAIL_BYTES = 16 << 10;

  static ServerLog open(Path file) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----")));
    }
    return new ServerLog(file, LIMIT);
  }

  String lastLines() {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
      channel.position(Math.max(0, channel.size() - TAIL_BYTES));
      byte[] tail = Channels.newInputStream(channel).readAllBytes();
      return ServerPrograms.lastLines(new String(tail, StandardCharsets.UTF_8));
    } catch (IOException e) {
      return "(" + file + " cannot be read: " + e + ")";
    }
  }

  /**
   * Copies and empties the file when it is large. The server holds it open to append, so it cannot
   * be renamed; a line written between the two steps is lost, which a log can bear.
   */
  void rotateWhenLarge() {
    try {
      if (size() > limit) {
        Path before = file.resolveSibling(file.getFileName() + ".1");
        Files.copy(
            file,
            before,
            StandardCopyOption.REPLACE_EXISTING,
            StandardCopyOption.COPY_ATTRIBUTES,
            LinkOption.NOFOLLOW_LINKS);
        Files.newByteChannel(
                file,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING,
                LinkOption.NOFOLLOW_LINKS)
            .close();
      }
    } catch (IOException e) {
      LOG.warn("{} cannot be rotated", file, e);
    }
  }

  private long size() throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).size();
  }
}
