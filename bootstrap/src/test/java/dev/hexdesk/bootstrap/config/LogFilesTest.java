package dev.hexdesk.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogFilesTest {
  @TempDir private Path folder;

  private static void read(Path logs) {
    Configurations.of("", Map.of("HEXDESK_LOGS", logs.toString()));
  }

  @Test
  void needNoFolderYet() throws IOException {
    read(folder.resolve("not/yet"));

    assertThat(folder).isEmptyDirectory();
    read(Files.createDirectory(folder.resolve("there")));
  }

  @Test
  void areInNoFile() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> read(file.resolve("logs")))
        .hasMessageContaining("logging: the log can't be written: " + file + " is no folder")
        .hasMessageContaining("HEXDESK_LOGS");
  }

  /** Of three files and where their older lines go, the one at fault is told. */
  @Test
  void areNoFolders() throws IOException {
    Path taken = Files.createDirectories(folder.resolve("requests.log"));

    assertThatThrownBy(() -> read(folder))
        .hasMessageContaining("config.yml has an error")
        .hasMessageContaining("logging: the log can't be written: " + taken + " is a folder");
  }

  /** As containers have them. */
  @Test
  void mayBeDevices() {
    Configurations.of(
        """
        logging:
          appenders:
            - {type: file, currentLogFilename: /dev/null, archive: false}
            - {type: console}
        server:
          requestLog: {type: quiet, appenders: []}
        """);
  }

  @Test
  void areLookedAtWhereOlderLinesGo() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(
            () ->
                Configurations.of(
                    "logging: {appenders: [{type: file, archivedLogFilenamePattern: '%s/%%d.gz'}]}"
                        .formatted(file)))
        .hasMessageContaining(file + " is no folder");
  }
}
