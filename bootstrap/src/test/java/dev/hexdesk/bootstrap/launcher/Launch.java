package dev.hexdesk.bootstrap.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One call of the launcher, from its environment to what it said. */
final class Launch {
  private final FakeInstallation installation;
  private final Map<String, String> environment = new HashMap<>();
  private Path script;
  private Path folder;

  Launch(FakeInstallation installation) {
    this.installation = installation;
    script = installation.home().resolve("hexdesk");
    folder = installation.home();
    environment.put("PATH", installation.bin().toString());
    environment.put("HOME", installation.root().resolve("user").toString());
  }

  Launch with(String variable, Object value) {
    environment.put(variable, value.toString());
    return this;
  }

  Launch as(Path link) {
    script = link;
    return this;
  }

  Launch from(Path caller) {
    folder = caller;
    return this;
  }

  /** How it ended and what it said. */
  record Result(int status, long process, List<String> output, List<String> errors) {
    /** The rests of the output's lines that begin with the word. */
    List<String> values(String word) {
      return output.stream()
          .filter(line -> line.startsWith(word + " "))
          .map(line -> line.substring(word.length() + 1))
          .toList();
    }

    String value(String word) {
      List<String> values = values(word);
      if (values.size() != 1) {
        throw new AssertionError("Not one " + word + ": " + this);
      }
      return values.getFirst();
    }
  }

  Result run(String... arguments) throws Exception {
    try (Running running = start(arguments)) {
      return running.await();
    }
  }

  /** Still running, until it is closed at the latest. */
  record Running(Process process, Path output, Path errors) implements AutoCloseable {
    Result await() throws IOException, InterruptedException {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("The launcher does not end");
      }
      return new Result(
          process.exitValue(),
          process.pid(),
          Files.readAllLines(output),
          Files.readAllLines(errors));
    }

    boolean hasSaid(String words) throws IOException {
      return Files.readString(errors).contains(words);
    }

    @Override
    public void close() {
      process.destroyForcibly();
    }
  }

  Running start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile(installation.root(), "output", "");
    Path errors = Files.createTempFile(installation.root(), "errors", "");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectOutput(output.toFile()).redirectError(errors.toFile());
    return new Running(builder.start(), output, errors);
  }
}
