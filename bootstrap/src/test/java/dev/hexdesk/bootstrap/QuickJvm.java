package dev.hexdesk.bootstrap;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How tests start a JVM of its own: so that it is up soon, as it does not work for long. */
public final class QuickJvm {
  private QuickJvm() {}

  /** The beginning of the command. */
  public static List<String> with(String... options) {
    return Stream.concat(
            Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"),
            Stream.of(options))
        .toList();
  }
}
