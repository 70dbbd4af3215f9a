package dev.hexdesk.bootstrap.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A user and group by number, as the owner of files or the account of a process. */
record PosixAccount(int uid, int gid) {
  // The numbers, for the names differ: the group is nogroup here and nobody there.
  static final PosixAccount NOBODY = new PosixAccount(65534, 65534);

  static PosixAccount ofThisProcess() {
    UnixSystem system = new UnixSystem();
    return new PosixAccount((int) system.getUid(), (int) system.getGid());
  }

  static PosixAccount of(Path path) throws IOException {
    return new PosixAccount(
        (int) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS),
        (int) Files.getAttribute(path, "unix:gid", LinkOption.NOFOLLOW_LINKS));
  }

  boolean isRoot() {
    return uid == 0;
  }

  void take(Path path) throws IOException {
    if (!of(path).equals(this)) {
      Files.setAttribute(path, "unix:uid", uid, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(path, "unix:gid", gid, LinkOption.NOFOLLOW_LINKS);
    }
  }
}
