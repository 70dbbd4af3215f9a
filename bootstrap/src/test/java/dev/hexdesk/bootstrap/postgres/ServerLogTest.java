package dev.hexdesk.bootstrap.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
  @TempDir private Path folder;

  @Test
  void movesALargeLogAsideAndKeepsTheFile() throws Exception {
    Path file = Files.writeString(folder.resolve("log"), "many words\n");

    new ServerLog(file, 5).rotateWhenLarge();

    assertThat(file).isEmptyFile();
    assertThat(folder.resolve("log.1")).hasContent("many words\n");
  }

  @Test
  void followsNoLink() throws Exception {
    Path other = Files.writeString(folder.resolve("other"), "somebody else's\n");
    Path link = Files.createSymbolicLink(folder.resolve("log"), other);

    ServerLog log = new ServerLog(ServerLog.open(link).file(), 0);
    log.rotateWhenLarge();

    assertThat(other).hasContent("somebody else's\n");
    assertThat(log.lastLines()).contains("cannot be read").doesNotContain("somebody");
  }

  @Test
  void leavesASmallLogAlone() throws Exception {
    Path file = Files.writeString(folder.resolve("log"), "few\n");

    new ServerLog(file, 5).rotateWhenLarge();

    assertThat(file).hasContent("few\n");
  }

  @Test
  void quotesTheEndOfALongLog() throws Exception {
    Path file = Files.writeString(folder.resolve("log"), "old\n".repeat(100_000) + "last\n");

    assertThat(new ServerLog(file, 5).lastLines()).hasSizeLessThan(100).endsWith("old\nlast");
  }
}
