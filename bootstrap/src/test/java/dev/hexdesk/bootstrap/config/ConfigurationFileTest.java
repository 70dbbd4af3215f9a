package dev.hexdesk.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationFileTest {
  @TempDir Path folder;

  @Test
  void isWhereTheEnvironmentSays() {
    assertThat(ConfigurationFile.locate(Map.of())).isEqualTo(Path.of("config.yml"));
    assertThat(ConfigurationFile.locate(Map.of("HEXDESK_CONFIG", ""))).hasToString("config.yml");
    assertThat(ConfigurationFile.locate(Map.of("HEXDESK_CONFIG", "/etc/hexdesk.yml")))
        .isEqualTo(Path.of("/etc/hexdesk.yml"));
  }

  @Test
  void isMadeFromTheTemplateReadyForUse() throws Exception {
    Path file = folder.resolve("new/config.yml");

    assertThat(ConfigurationFile.ensure(file)).isTrue();

    String text = Files.readString(file);
    assertThat(text).doesNotContain(TokensSection.PLACEHOLDER).contains("${HEXDESK_PORT:-8080}");
    assertThatCode(() -> Configurations.read(text, Map.of())).doesNotThrowAnyException();
  }

  @Test
  void differsFromTheTemplateInTheSecretAlone() throws IOException {
    Path one = folder.resolve("one.yml");
    Path other = folder.resolve("other.yml");
    ConfigurationFile.ensure(one);
    ConfigurationFile.ensure(other);

    List<String> lines = Files.readAllLines(one);
    lines.removeAll(Files.readAllLines(other));
    assertThat(lines)
        .singleElement()
        .asString()
        .matches("  secret: \\$\\{HEXDESK_JWT_SECRET:-[A-Za-z0-9_-]{43}}");
  }

  @Test
  void canBeReadByItsOwnerAlone() throws IOException {
    Path file = folder.resolve("config.yml");
    ConfigurationFile.ensure(file);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void isNeverOverwritten() throws IOException {
    Path file = folder.resolve("config.yml");
    Files.writeString(file, "mine");

    assertThat(ConfigurationFile.ensure(file)).isFalse();
    assertThat(file).hasContent("mine");
    assertThat(filesIn(folder)).isEqualTo(1);
  }

  @Test
  void isNotWrittenThroughALinkThatLeadsNowhere() throws IOException {
    Path link = folder.resolve("config.yml");
    Files.createSymbolicLink(link, folder.resolve("elsewhere"));

    assertThat(ConfigurationFile.ensure(link)).isFalse();
    assertThat(folder.resolve("elsewhere")).doesNotExist();
  }

  @Test
  void isMadeOnceHoweverManyTry() throws Exception {
    Path file = folder.resolve("config.yml");
    Callable<Boolean> attempt = () -> ConfigurationFile.ensure(file);
    int made = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Boolean> outcome :
          threads.invokeAll(Stream.generate(() -> attempt).limit(32).toList())) {
        made += outcome.get() ? 1 : 0;
      }
    }

    assertThat(made).isOne();
    assertThat(filesIn(folder)).isEqualTo(1);
  }

  private static long filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }
}
