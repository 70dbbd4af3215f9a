package dev.hexdesk.training;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A server in a JVM of its own that keeps what it has learnt when it ends. */
public final class ServerProcess implements AutoCloseable {
  /** With the line's end, before which not all of it may be there. */
  private static final Pattern ADDRESS = Pattern.compile("(?m)^ +API +(http://\\S+)\\R");

  private static final Duration STARTED_WITHIN = Duration.ofMinutes(5);
  private static final Duration ENDED_WITHIN = Duration.ofMinutes(5);
  private static final Duration INTERVAL = Duration.ofMillis(50);

  private final Process process;
  private final Path words;

  private ServerProcess(Process process, Path words) {
    this.process = process;
    this.words = words;
  }

  /**
   * @param java the program with its options
   */
  static ServerProcess start(List<String> java, Path jar, TemporaryInstallation installation)
      throws IOException {
    List<String> command = new ArrayList<>(java);
    command.add("-Djava.io.tmpdir=" + installation.folder());
    command.add("-XX:AOTCacheOutput=" + installation.cache());
    command.addAll(List.of("-jar", jar.toString(), "serve"));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(installation.words().toFile());
    builder
        .environment()
        .keySet()
        .removeIf(
            name -> name.startsWith("HEXDESK_") || name.equals("ACCESS_TOKEN_EXPIRE_MINUTES"));
    builder.environment().putAll(installation.environment());
    return new ServerProcess(builder.start(), installation.words());
  }

  /** Where the API is, by what the server says once it is ready. */
  public static Optional<URI> addressIn(String said) {
    return ADDRESS.matcher(said).results().map(found -> URI.create(found.group(1))).findFirst();
  }

  /** Where the API is, once it is there. */
  URI address() throws IOException, InterruptedException {
    long end = System.nanoTime() + STARTED_WITHIN.toNanos();
    while (System.nanoTime() < end) {
      boolean ended = process.waitFor(INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
      Optional<URI> address = addressIn(Files.readString(words));
      if (address.isPresent()) {
        return address.get();
      }
      if (ended) {
        break;
      }
    }
    throw new IOException("The server does not start");
  }

  /** Ends it in order, when Java writes down what it has learnt. */
  void stop() throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(ENDED_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new IOException("The server does not end");
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
