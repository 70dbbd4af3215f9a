package dev.hexdesk.bootstrap.postgres;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * PostgreSQL's programs, run by way of {@code prefix}, the command that changes to their account.
 */
record ServerPrograms(Path bin, List<String> prefix) {

  /** How a program ended, and all that it said. */
  record Outcome(int status, String output) {
    boolean succeeded() {
      return status == 0;
    }

    Outcome orThrow(String what) throws IOException {
      if (!succeeded()) {
        throw new IOException(what + " failed with status " + status + ":\n" + lastLines(output));
      }
      return this;
    }
  }

  /** As much as an operator wants to read. */
  static String lastLines(String output) {
    List<String> lines = output.strip().lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
  }

  ProcessBuilder command(String program, List<String> arguments) {
    List<String> command = new ArrayList<>(prefix);
    command.add(bin.resolve(program).toString());
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    // Ours may be a folder that the server's account cannot enter.
    builder.directory(new File("/"));
    // Ours holds secrets, and locale and preload settings that are none of the server's business.
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", "/usr/bin:/bin");
    environment.put("LC_ALL", "C");
    return builder.redirectErrorStream(true);
  }

  /**
   * A program whose output is appended to a file, which it opens by its own rights: where we are
   * root and somebody else may put a link there, nothing of ours is written to.
   */
  ProcessBuilder appending(Path log, String program, List<String> arguments) {
    ProcessBuilder builder = command(program, arguments);
    List<String> whole = new ArrayList<>(prefix);
    whole.addAll(List.of("/bin/sh", "-c", "exec \"$@\" >>\"$0\" 2>&1", log.toString()));
    whole.addAll(builder.command().subList(prefix.size(), builder.command().size()));
    return builder.command(whole);
  }

  /** Executes statements on a cluster that no server runs on, without network or password. */
  void execute(Path cluster, String... statements) throws IOException, InterruptedException {
    runWithInput(
            // In this mode a semicolon and an empty line end a statement.
            String.join(";\n\n", statements) + ";\n\n",
            "postgres",
            List.of(
                "--single", "-j", "-D", cluster.toString(), "-c", "exit_on_error=on", "postgres"))
        .orThrow("Preparing the database");
  }

  Outcome run(String program, String... arguments) throws IOException, InterruptedException {
    return runWithInput("", program, List.of(arguments));
  }

  /** The input has to be small: nothing reads the output meanwhile. */
  private Outcome runWithInput(String input, String program, List<String> arguments)
      throws IOException, InterruptedException {
    Process process = command(program, arguments).start();
    try {
      try (OutputStream stdin = process.getOutputStream()) {
        stdin.write(input.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        // It ended without reading; its status and words tell more than the broken pipe.
      }
      byte[] output = process.getInputStream().readAllBytes();
      return new Outcome(process.waitFor(), new String(output, StandardCharsets.UTF_8));
    } finally {
      process.destroy();
    }
  }
}
