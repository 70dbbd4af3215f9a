package dev.hexdesk.bootstrap.postgres;

import dev.hexdesk.bootstrap.QuickJvm;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A JVM of its own around {@link PostgresInChild}, to be killed or asked to end. */
final class ChildJvm implements AutoCloseable {
  /** The copied class path has no logging behind it, and need not say so. */
  private static final List<String> JAVA = QuickJvm.with("-Dslf4j.internal.verbosity=ERROR");

  private final Process process;
  private final BufferedReader output;

  private ChildJvm(ProcessBuilder builder) throws IOException {
    process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    output = process.inputReader();
  }

  /** As the user that runs the tests. */
  static ChildJvm on(Path data) throws IOException {
    return new ChildJvm(command(List.of(), System.getProperty("java.class.path"), data));
  }

  /** As nobody, which takes root and a class path that nobody can read. */
  static ChildJvm asNobody(String classPath, Path data) throws IOException {
    return new ChildJvm(nobody(classPath, data));
  }

  /** As nobody, on a system that has no setpriv. */
  static ChildJvm asNobodyWithoutSetpriv(String classPath, Path data) throws IOException {
    ProcessBuilder builder = nobody(classPath, data);
    builder.environment().put("PATH", "/nonexistent");
    return new ChildJvm(builder);
  }

  private static ProcessBuilder nobody(String classPath, Path data) {
    return command(
        List.of("/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
        classPath,
        data);
  }

  private static ProcessBuilder command(List<String> prefix, String classPath, Path data) {
    List<String> main = List.of("-cp", classPath, PostgresInChild.class.getName(), data.toString());
    return new ProcessBuilder(Stream.of(prefix, JAVA, main).flatMap(List::stream).toList())
        .directory(new File("/"));
  }

  long pid() {
    return process.pid();
  }

  String readLine() throws IOException {
    return String.valueOf(output.readLine());
  }

  /** The database, once its server is up. */
  Database awaitReady() throws IOException {
    String line = readLine();
    if (!line.startsWith("ready ")) {
      throw new AssertionError("The child did not start: " + line);
    }
    String[] words = line.split(" ");
    return new Database(words[1], words[2]);
  }

  void kill() throws InterruptedException {
    process.destroyForcibly();
    awaitEnd();
  }

  /** SIGTERM, as a service manager sends it; nothing in the child reacts but the JVM itself. */
  void terminate() throws InterruptedException {
    process.destroy();
    awaitEnd();
  }

  private void awaitEnd() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("The child does not end");
    }
  }

  /** Asks it to close its server and to end. */
  @Override
  public void close() throws IOException, InterruptedException {
    process.getOutputStream().close();
    awaitEnd();
  }
}
