package dev.hexdesk.bootstrap.journey;

import dev.hexdesk.bootstrap.HexdeskApplication;
import dev.hexdesk.bootstrap.QuickJvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program in a JVM of its own, as an operator starts it. */
final class Program implements AutoCloseable {
  private static final List<String> JAVA = QuickJvm.with("--enable-native-access=ALL-UNNAMED");

  private final Process process;
  private final Path messages;

  /** How a command ended: its exit code, what it printed, and what it told besides. */
  record Ended(int code, String results, String messages) {}

  private Program(Installation installation, Map<String, String> variables, String... arguments)
      throws IOException {
    this(installation, variables, command(arguments).toList());
  }

  private Program(Installation installation, Map<String, String> variables, List<String> command)
      throws IOException {
    messages = Files.createTempFile(installation.folder(), "messages", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("HEXDESK_"));
    // Service managers set no locale.
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("HEXDESK_CONFIG", installation.configuration().toString());
    builder.environment().putAll(variables);
    process =
        builder.directory(installation.folder().toFile()).redirectError(messages.toFile()).start();
  }

  private static Stream<String> command(String... arguments) {
    // A server that is told to end has a bound on its time.
    boolean serves = arguments[0].equals("serve");
    return Stream.of(
            JAVA,
            ProgramJars.options(!serves),
            List.of("-cp", ProgramJars.classPath(), HexdeskApplication.class.getName()),
            List.of(arguments))
        .flatMap(List::stream);
  }

  /** Runs a command to its end. */
  static Ended run(Installation installation, String... arguments) throws Exception {
    return runIn(Map.of(), installation, arguments);
  }

  /** Runs a command to its end, with these environment variables besides. */
  static Ended runIn(Map<String, String> variables, Installation installation, String... arguments)
      throws Exception {
    return ended(new Program(installation, variables, arguments), "");
  }

  /** Runs a command to its end, with something piped into it. */
  static Ended runWith(String input, Installation installation, String... arguments)
      throws Exception {
    return ended(new Program(installation, Map.of(), arguments), input);
  }

  private static Ended ended(Program started, String input) throws Exception {
    try (started) {
      try (OutputStream pipe = started.process.getOutputStream()) {
        pipe.write(input.getBytes(StandardCharsets.UTF_8));
      }
      byte[] results = started.process.getInputStream().readAllBytes();
      return new Ended(
          started.process.waitFor(),
          new String(results, StandardCharsets.UTF_8),
          started.messages());
    }
  }

  /** Starts a server, and waits until it says that it is ready. */
  static Serving serve(Installation installation) throws IOException {
    Program program = new Program(installation, Map.of(), "serve");
    BufferedReader results = program.process.inputReader();
    StringBuffer printed = new StringBuffer();
    String port = null;
    String admin = null;
    for (String line = results.readLine(); line != null; line = results.readLine()) {
      printed.append(line).append('\n');
      Matcher api = Pattern.compile(" +API +http://localhost:(\\d+)/api/v1").matcher(line);
      if (api.matches()) {
        port = api.group(1);
      }
      Matcher other = Pattern.compile(" +Admin +http://localhost:(\\d+) .*").matcher(line);
      if (other.matches()) {
        admin = other.group(1);
      }
      if (line.contains("Ctrl-C stops it")) {
        Thread.ofVirtual().start(() -> drain(results, printed));
        return new Serving(
            program,
            printed,
            Integer.parseInt(String.valueOf(port)),
            Integer.parseInt(String.valueOf(admin)));
      }
    }
    throw new AssertionError("The server does not start: " + program.messages());
  }

  private static void drain(BufferedReader results, StringBuffer printed) {
    try {
      for (String line = results.readLine(); line != null; line = results.readLine()) {
        printed.append(line).append('\n');
      }
    } catch (IOException closed) {
      // The server has ended.
    }
  }

  /** A server that runs, and the ports of its API and of its operator. */
  record Serving(Program program, StringBuffer printed, int port, int adminPort)
      implements AutoCloseable {
    /** Asks it to end, and waits for nothing. */
    void tellToStop() {
      program.process.destroy();
    }

    /** Asks it to end, as a service manager does (SIGTERM), and gives it so long. */
    int terminate(Duration timeout) throws InterruptedException {
      program.process.destroy();
      if (!program.process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new AssertionError("The server does not end within " + timeout);
      }
      return program.process.exitValue();
    }

    String messages() throws IOException {
      return program.messages();
    }

    @Override
    public void close() throws InterruptedException {
      program.close();
    }
  }

  /** Starts a command at a terminal of its own, which util-linux's {@code script} makes. */
  static Terminal atTerminal(Installation installation, String... arguments) throws IOException {
    String command =
        command(arguments).map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    return new Terminal(
        new Program(installation, Map.of(), List.of("script", "-qefc", command, "/dev/null")),
        new StringBuilder());
  }

  /** A command that somebody types to. */
  record Terminal(Program program, StringBuilder seen) implements AutoCloseable {
    /** Waits until that is on the screen. */
    Terminal await(String text) throws IOException {
      InputStream screen = program.process.getInputStream();
      while (seen.indexOf(text) < 0) {
        int next = screen.read();
        if (next < 0) {
          throw new AssertionError("It ended before it said " + text + ": " + seen);
        }
        seen.append((char) next);
      }
      return this;
    }

    void type(String line) throws IOException {
      OutputStream keys = program.process.getOutputStream();
      keys.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      keys.flush();
    }

    /** All that was on the screen when the command had ended. */
    String toEnd() throws IOException {
      return seen
          + new String(program.process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws InterruptedException {
      program.close();
    }
  }

  private String messages() throws IOException {
    return Files.readString(messages);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroyForcibly();
    process.waitFor();
  }
}
