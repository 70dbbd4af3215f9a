import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Writes where the running JDK lies, for plugins that do not know toolchains: {@code FILE}. */
final class TellJdk {
  private TellJdk() {}

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Properties properties = new Properties();
    properties.setProperty(
        "toolchain.java", ProcessHandle.current().info().command().orElseThrow());
    try (Writer writer = Files.newBufferedWriter(file)) {
      properties.store(writer, null);
    }
  }
}
