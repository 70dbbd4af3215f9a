package dev.hexdesk.bootstrap.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What keeps this user from writing a file, or into a folder, as far as that can be seen before.
 */
final class Obstacle {
  /** Kinds of file systems that only show what the kernel has. */
  private static final Set<String> KERNELS =
      Set.of(
          "bpf",
          "cgroup",
          "cgroup2",
          "configfs",
          "debugfs",
          "devpts",
          "proc",
          "securityfs",
          "sysfs",
          "tracefs");

  private Obstacle() {}

  /** Folders that are missing are made. */
  static Optional<String> toFile(Path path) {
    Path file = path.toAbsolutePath();
    if (Files.isDirectory(file)) {
      return Optional.of(file + " is a folder");
    }
    if (Files.exists(file)) {
      return Files.isWritable(file) ? Optional.empty() : Optional.of(closed(file));
    }
    return toFolder(file.getParent());
  }

  /** Folders that are missing are made. */
  static Optional<String> toFolder(@Nullable Path path) {
    Path folder = path == null ? null : path.toAbsolutePath();
    while (folder != null && Files.notExists(folder)) {
      if (Files.isSymbolicLink(folder)) {
        return Optional.of(folder + " is a link that leads nowhere");
      }
      folder = folder.getParent();
    }
    if (folder == null) {
      return Optional.empty();
    }
    if (!Files.isDirectory(folder)) {
      return Optional.of(folder + " is no folder");
    }
    if (isOfTheKernel(folder)) {
      return Optional.of("nobody can make files in " + folder + ", which is the kernel's");
    }
    return Files.isWritable(folder) && Files.isExecutable(folder)
        ? Optional.empty()
        : Optional.of(closed(folder));
  }

  /** The superuser is let everywhere, and is told there that nothing can be made. */
  private static boolean isOfTheKernel(Path folder) {
    try {
      return KERNELS.contains(Files.getFileStore(folder).type());
    } catch (IOException unknown) {
      return false;
    }
  }

  private static String closed(Path path) {
    return "the system does not let user %s write to %s"
        .formatted(System.getProperty("user.name"), path);
  }
}
