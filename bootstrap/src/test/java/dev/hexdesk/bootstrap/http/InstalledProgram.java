package dev.hexdesk.bootstrap.http;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** A program of other people's that tests run, and the package that Debian has it in. */
public record InstalledProgram(String name, String debianPackage) {
  /** Whether tests have to do without it. In CI they never do. */
  public boolean isMissing() {
    boolean missing = file().isEmpty();
    if (missing && "true".equals(System.getenv("CI"))) {
      throw new AssertionError(
          "%s is not installed: apt-get install %s".formatted(name, debianPackage));
    }
    if (missing) {
      System.out.printf(
          "Skipped: %s is not installed (apt-get install %s), so nothing is tested with it%n",
          name, debianPackage);
    }
    return missing;
  }

  /** Where it is; gives the test up where it is not. */
  public Path required() {
    assumeTrue(!isMissing(), () -> name + " is not installed");
    return file().orElseThrow();
  }

  /** Not everybody has its folder on the path. */
  private Optional<Path> file() {
    return Stream.concat(
            Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin", "/usr/local/sbin"))
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
