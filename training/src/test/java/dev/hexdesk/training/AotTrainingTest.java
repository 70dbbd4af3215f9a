package dev.hexdesk.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That a cache is made of a whole training or not at all, and that nothing else stays. */
class AotTrainingTest {
  @TempDir private Path folder;

  private Path cache() {
    return folder.resolve("aot/new.aot");
  }

  private Path other() throws IOException {
    Files.createDirectories(folder.resolve("aot"));
    return Files.writeString(folder.resolve("aot/old.aot"), "old");
  }

  /** With a server that does so wrong. */
  private void train(String fault) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    List<String> command =
        List.of(
            java,
            "-XX:TieredStopAtLevel=1",
            "-Dfake=" + fault,
            "-cp",
            System.getProperty("java.class.path"),
            FakeServer.class.getName());
    new AotTraining(cache(), Path.of("the.jar"), command).run();
  }

  private static List<Path> leftBehind() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("hexdesk-training"))
          .toList();
    }
  }

  @Test
  void keepsWhatAServerOfItsOwnHasLearntInPlaceOfOlderCaches() throws Exception {
    Path old = other();
    List<Path> before = leftBehind();

    train("nothing");

    assertThat(Files.readString(cache()))
        .containsPattern("data .*hexdesk-training\\d+.data")
        .contains("database null")
        .contains("-jar the.jar serve\n");
    assertThat(old).doesNotExist();
    assertThat(leftBehind()).isEqualTo(before);
  }

  @Test
  void keepsNothingOfAServerThatDoesNotStart() throws Exception {
    Path old = other();
    List<Path> before = leftBehind();

    assertThatThrownBy(() -> train("start"))
        .hasMessageStartingWith("hexdesk: no room\n  on this disk\n")
        .hasMessageEndingWith("hexdesk: The server does not start");
    assertThat(old).exists();
    assertThat(cache()).doesNotExist();
    assertThat(leftBehind()).isEqualTo(before);
  }

  @Test
  void keepsNothingWhereARequestIsRefused() {
    assertThatThrownBy(() -> train("answers")).hasMessageContaining("GET /me was answered 403");
    assertThat(cache()).doesNotExist();
  }

  @Test
  void keepsNothingWhereJavaHasLeftNothing() {
    assertThatThrownBy(() -> train("end")).hasMessageContaining("Java has kept nothing");
    assertThat(cache()).doesNotExist();
  }
}
