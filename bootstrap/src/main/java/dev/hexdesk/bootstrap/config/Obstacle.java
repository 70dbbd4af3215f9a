package dev.hexdesk.bootstrap.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What keeps this user from writing a file, or into a folder, as far as that can be seen before.
 */
final class Obstacle {
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
    return Files.isWritable(folder) && Files.isExecutable(folder)
        ? Optional.empty()
        : Optional.of(closed(folder));
  }

  private static String closed(Path path) {
    return "the system does not let user %s write to %s"
        .formatted(System.getProperty("user.name"), path);
  }
}
