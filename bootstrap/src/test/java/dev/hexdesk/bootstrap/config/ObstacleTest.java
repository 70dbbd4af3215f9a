package dev.hexdesk.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What can be told before anything is written. */
class ObstacleTest {
  @Test
  void foldersThatAreMissingAreNone(@TempDir Path folder) {
    assertThat(Obstacle.toFolder(folder.resolve("a/b"))).isEmpty();
    assertThat(Obstacle.toFile(folder.resolve("a/b.log"))).isEmpty();
  }

  /** The superuser is told that it may write there, and can't. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void nothingIsMadeInTheKernelsFolders() {
    assertThat(Obstacle.toFolder(Path.of("/proc/nowhere/data"))).get().asString().contains("/proc");
    assertThat(Obstacle.toFile(Path.of("/proc/nowhere/hexdesk.log")))
        .get()
        .asString()
        .contains("/proc");
  }
}
