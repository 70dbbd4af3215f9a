package dev.hexdesk.bootstrap.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where everything lies that the embedded PostgreSQL keeps; {@code root} is a real path. */
record DataFolder(Path root) {
  private static final long FULL_DISK_BYTES = 24L << 20;

  static DataFolder open(Path folder) {
    try {
      Files.createDirectories(folder);
      // PostgreSQL notes the real path in its pid file, and a server is recognized by it.
      return new DataFolder(folder.toRealPath());
    } catch (IOException e) {
      throw new EmbeddedPostgresException(
          "The data folder "
              + folder.toAbsolutePath()
              + " cannot be made or opened: "
              + e
              + "\nMake it a folder that this user may write, or set HEXDESK_DATA to another one.",
          e);
    }
  }

  Path lock() {
    return root.resolve("hexdesk.lock");
  }

  Path passwords() {
    return root.resolve("pgpass");
  }

  Path log() {
    return root.resolve("postgres.log");
  }

  Path cluster() {
    return root.resolve("cluster");
  }

  /** With less left than a write-ahead log file and a little, the server would not start. */
  boolean isFull() {
    try {
      return Files.getFileStore(root).getUsableSpace() < FULL_DISK_BYTES;
    } catch (IOException e) {
      return false;
    }
  }

  /** What root made in someone's folder that one can use as well, when starting as himself. */
  void giveToItsOwner(Path programs) throws IOException {
    PosixAccount owner = PosixAccount.of(root);
    if (!PosixAccount.ofThisProcess().isRoot() || owner.isRoot()) {
      return;
    }
    for (Path entry : List.of(lock(), passwords(), log(), programs)) {
      new FileTree(entry).giveTo(owner);
    }
  }

  /** What is written under this name is unfinished; only a rename to {@code path} finishes it. */
  static Path unfinished(Path path) {
    return path.resolveSibling(path.getFileName() + ".unfinished");
  }
}
