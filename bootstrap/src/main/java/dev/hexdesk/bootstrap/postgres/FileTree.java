package dev.hexdesk.bootstrap.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A folder with all that is in it. Links are taken as they are and never followed. */
public record FileTree(Path root) {

  /** Deletes the folder, if it is there. */
  public void delete() throws IOException {
    if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure)
              throws IOException {
            if (failure != null) {
              throw failure;
            }
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  void giveTo(PosixAccount owner) throws IOException {
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        owner.take(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /** Number and total size of the files but one: enough to notice what a power cut left empty. */
  String measure(String except) throws IOException {
    long files = 0;
    long bytes = 0;
    try (Stream<Path> paths = Files.walk(root)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) && !path.endsWith(except)) {
          files++;
          bytes += Files.size(path);
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return files + " files, " + bytes + " bytes";
  }

  /** Renames the tree, so that it appears under its new name complete or not at all. */
  void moveTo(Path target) throws IOException {
    Files.move(root, target, StandardCopyOption.ATOMIC_MOVE);
    // The new name lies in the parent folder, and lasts through a power cut only when that does.
    try (FileChannel parent = FileChannel.open(target.resolve(".."), StandardOpenOption.READ)) {
      parent.force(true);
    }
  }
}
