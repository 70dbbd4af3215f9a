package dev.hexdesk.bootstrap.hardening;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the server and its proxy have written down of the requests. */
final class Logs {
  /** A time, or a line of a stack trace. */
  private static final String START =
      "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}.*|!.*|[0-9/]{10} [0-9:]{8} \\[.*";

  private Logs() {}

  /** Fails where a line was started by somebody else than the logger, or a secret is told. */
  static void verify(Path folder) throws IOException {
    List<Path> files = files(folder);
    assertThat(files).hasSizeGreaterThanOrEqualTo(2);
    for (Path file : files) {
      // Not by characters, some of which would end lines, too.
      String text = Files.readString(file, StandardCharsets.ISO_8859_1);
      for (String line : text.isEmpty() ? new String[0] : text.split("\n")) {
        assertThat(line).as("%s", file).matches(START).doesNotContain("\r");
        // nginx quotes headers that are too long, at a level that operators do not have on.
        if (!file.endsWith("error.log")) {
          assertThat(line)
              .as("%s", file)
              .doesNotContain(HardeningServer.SECRET, "eyJ0eXAi", "Passw0rd");
        }
      }
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".log"))
          .filter(file -> !file.startsWith(folder.resolve("data")))
          .toList();
    }
  }
}
