package dev.hexdesk.bootstrap.config;

import io.dropwizard.core.server.AbstractServerFactory;
import io.dropwizard.core.server.ServerFactory;
import io.dropwizard.logging.common.AppenderFactory;
import io.dropwizard.logging.common.DefaultLoggingFactory;
import io.dropwizard.logging.common.FileAppenderFactory;
import io.dropwizard.logging.common.LoggingFactory;
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
        .map(Obstacle::toFile)
        .flatMap(Optional::stream)
        .distinct()
        .map(
            obstacle ->
                "the log can't be written: %s. HEXDESK_LOGS names another folder for it."
                    .formatted(obstacle))
        .toList();
  }
}
