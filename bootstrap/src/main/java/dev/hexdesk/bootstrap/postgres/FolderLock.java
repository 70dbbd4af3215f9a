package dev.hexdesk.bootstrap.postgres;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps a data folder to one Hexdesk at a time; the system lets go of it however the JVM ends. */
final class FolderLock implements AutoCloseable {
  // POSIX drops a process's lock on a file as soon as the process closes that file anywhere, so
  // within this JVM the file must not even be looked at while it is locked.
  private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static FolderLock take(DataFolder data) {
    Path file = data.lock();
    if (!HELD_HERE.add(file)) {
      throw inUse(data, Long.toString(ProcessHandle.current().pid()));
    }
    boolean taken = false;
    try {
      FolderLock lock = new FolderLock(file, lock(data));
      taken = true;
      return lock;
    } catch (IOException e) {
      throw new EmbeddedPostgresException(
          "The data folder %s cannot be locked: %s\nLet this user write it, or set HEXDESK_DATA."
              .formatted(data.root(), e),
          e);
    } finally {
      if (!taken) {
        HELD_HERE.remove(file);
      }
    }
  }

  private static FileChannel lock(DataFolder data) throws IOException {
    FileChannel channel =
        FileChannel.open(
            data.lock(),
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            // Root must not be led to another file by whoever owns the folder.
            LinkOption.NOFOLLOW_LINKS);
    boolean locked = false;
    try {
      if (channel.tryLock() == null) {
        throw inUse(data, Files.readString(data.lock()).strip());
      }
      channel.truncate(0);
      String pid = ProcessHandle.current().pid() + "\n";
      channel.write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.US_ASCII)));
      locked = true;
      return channel;
    } finally {
      if (!locked) {
        channel.close();
      }
    }
  }

  private static FolderInUseException inUse(DataFolder data, String holder) {
    return new FolderInUseException(
        """
        The data folder %s is in use by another Hexdesk, process %s.
        Stop that one first, or set HEXDESK_DATA to a folder of its own for this one.\
        """
            .formatted(data.root(), holder));
  }

  /** Lets go; the file stays, for removing it would race with the next holder. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new EmbeddedPostgresException("The lock " + file + " could not be closed.", e);
    } finally {
      HELD_HERE.remove(file);
    }
  }
}
