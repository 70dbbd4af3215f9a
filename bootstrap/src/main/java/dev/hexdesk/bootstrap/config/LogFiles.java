package dev.hexdesk.bootstrap.config;

import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.server.ServerFactory;
import io.dropwizard.logging.common.AppenderFactory;
import io.dropwizard.logging.common.DefaultLoggingFactory;
import io.dropwizard.logging.common.FileAppenderFactory;
import io.dropwizard.logging.common.LoggingFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The files that the log is written into. Logback tells of one that it can't open by a stack trace,
 * and goes on without.
 *
 * @param paths of the files, and of those in which older lines are kept
 */
record LogFiles(List<Path> paths) {
  static LogFiles of(LoggingFactory log, ServerFactory server) {
    return new LogFiles(
        Stream.concat(
                log instanceof DefaultLoggingFactory standard
                    ? standard.getAppenders().stream()
                    : Stream.empty(),
                server instanceof AbstractServerFactory common
                        && common.getRequestLogFactory() instanceof QuietRequestLogFactory requests
                    ? requests.getAppenders().stream()
                    : Stream.empty())
            .flatMap(LogFiles::written)
            .distinct()
            .toList());
  }

  private static Stream<Path> written(AppenderFactory<?> appender) {
    return appender instanceof FileAppenderFactory<?> file
        ? Stream.of(file.getCurrentLogFilename(), archive(file))
            .filter(Objects::nonNull)
            .map(Path::of)
        : Stream.empty();
  }

  /** A file in the folder that takes all of them. */
  private static @Nullable String archive(FileAppenderFactory<?> file) {
    String pattern = file.isArchive() ? file.getArchivedLogFilenamePattern() : null;
    return pattern == null ? null : pattern.replaceFirst("%.*", "0");
  }

  /** Why they can't be written: what is in the way, and what to do, once for each such thing. */
  List<String> faults() {
    return paths.stream()
        .map(LogFiles::obstacle)
        .flatMap(Optional::stream)
        .distinct()
        .map(
            obstacle ->
                "the log can't be written: %s. HEXDESK_LOGS names another folder for it."
                    .formatted(obstacle))
        .toList();
  }

  private static Optional<String> obstacle(Path path) {
    Path file = path.toAbsolutePath();
    if (Files.isDirectory(file)) {
      return Optional.of(file + " is a folder");
    }
    if (Files.exists(file)) {
      return Files.isWritable(file) ? Optional.empty() : Optional.of(closed(file));
    }
    return obstacleOfFolder(file);
  }

  /** Folders that are missing are made. */
  private static Optional<String> obstacleOfFolder(Path file) {
    Path folder = file.getParent();
    while (folder != null && Files.notExists(folder)) {
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
