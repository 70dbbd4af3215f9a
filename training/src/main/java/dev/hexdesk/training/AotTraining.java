package dev.hexdesk.training;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Makes a cache of what Java learns in a short training, from which it starts faster: runs a
 * server, sends it some hundred requests and ends it, leaving nothing else behind.
 *
 * <p>Usage: {@code AotTraining CACHE JAR JAVA [OPTION...]}. The cache is there whole or not at all,
 * and when it is, older ones beside it are gone.
 */
public final class AotTraining {
  private static final int ROUNDS = 150;
  private static final int SECRET_BYTES = 12;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path cache;
  private final Path jar;
  private final List<String> java;

  /**
   * @param java the program with its options
   */
  AotTraining(Path cache, Path jar, List<String> java) {
    this.cache = cache;
    this.jar = jar;
    this.java = List.copyOf(java);
  }

  public static void main(String[] arguments) throws InterruptedException {
    List<String> java = Arrays.asList(arguments).subList(2, arguments.length);
    System.err.println(
        "Teaching Java to start faster: once for each build, less than a minute"
            + " (HEXDESK_AOT=off: never)");
    try {
      new AotTraining(Path.of(arguments[0]), Path.of(arguments[1]), java).run();
    } catch (IOException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  void run() throws IOException, InterruptedException {
    String password = password();
    try (TemporaryInstallation installation = TemporaryInstallation.create(password)) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> abandon(installation)));
      try {
        train(installation, password);
      } catch (IOException | IllegalStateException e) {
        throw new IOException(installation.complaint() + "hexdesk: " + words(e), e);
      }
      keep(installation.cache());
    }
  }

  /** A refused connection has a name alone. */
  private static String words(Exception failure) {
    String message = failure.getMessage();
    return message == null ? failure.toString() : message;
  }

  /** Where somebody ends this program, what it has begun ends, too. */
  private static void abandon(TemporaryInstallation installation) {
    ProcessHandle.current()
        .children()
        .forEach(
            child -> {
              child.destroyForcibly();
              child.onExit().join();
            });
    try {
      installation.close();
    } catch (IOException e) {
      // It is gone, which is what was wanted, or nothing can be done about it now.
    }
  }

  private void train(TemporaryInstallation installation, String password)
      throws IOException, InterruptedException {
    try (ServerProcess server = ServerProcess.start(java, jar, installation);
        HttpClient client = HttpClient.newHttpClient()) {
      new WarmUpClient(client, server.address())
          .work(TemporaryInstallation.USERNAME, password, ROUNDS);
      server.stop();
    }
    if (!Files.exists(installation.cache())) {
      throw new IOException("Java has kept nothing");
    }
  }

  private void keep(Path learnt) throws IOException {
    Path folder = Files.createDirectories(cache.resolveSibling(""));
    Path copy = Files.createTempFile(folder, "unfinished", "");
    try {
      Files.move(learnt, copy, StandardCopyOption.REPLACE_EXISTING);
      Files.move(copy, cache, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(copy);
    }
    try (DirectoryStream<Path> others =
        Files.newDirectoryStream(folder, file -> !file.equals(cache))) {
      for (Path other : others) {
        Files.deleteIfExists(other);
      }
    }
  }

  /** By the rules of the template, and nobody's but this run's. */
  private static String password() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return "Aa1!" + HexFormat.of().formatHex(secret);
  }
}
