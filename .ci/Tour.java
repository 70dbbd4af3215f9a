import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Walks the tour of a README against a running server: runs each command of its console blocks in
 * one shell, and compares what it prints with what the README says that it prints. Moments, tokens
 * and request ids differ each time, so only their shape is compared.
 *
 * <p>Usage: {@code PASSWORD=... java .ci/Tour.java README.md http://localhost:8080 [--update]}.
 * With {@code --update} the answers in the file are replaced by the real ones, for an author to
 * read before they are committed.
 */
final class Tour {
  private static final String WRITTEN_FOR = "http://localhost:8080";
  private static final String END = "--end-of-answer--";
  private static final Map<Pattern, String> VARYING =
      Map.of(
          Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z"), "<instant>",
          Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), "<request id>",
          Pattern.compile("eyJ[A-Za-z0-9_.-]+"), "<token>",
          Pattern.compile("(?<=\"confirmation_token\":\")[A-Za-z0-9_-]{43}"), "<token>");

  /** A piece of the README: a command with its answer, or lines around the commands. */
  private sealed interface Piece {
    record Step(String command, String answer) implements Piece {}

    record Text(String line) implements Piece {}
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path file = Path.of(arguments[0]);
    String server = arguments[1];
    boolean update = arguments.length > 2 && arguments[2].equals("--update");
    List<Piece> pieces = pieces(Files.readString(file));
    StringBuilder updated = new StringBuilder();
    int passed = 0;
    int failed = 0;
    Process shell = new ProcessBuilder("bash").redirectErrorStream(true).start();
    try (OutputStream in = shell.getOutputStream();
        BufferedReader out = shell.inputReader(StandardCharsets.UTF_8)) {
      for (Piece piece : pieces) {
        switch (piece) {
          case Piece.Text(String line) -> updated.append(line).append('\n');
          case Piece.Step step -> {
            String command = step.command().replace(WRITTEN_FOR, server);
            in.write((command + "\necho; echo " + END + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
            String answer = answer(out).replace(server, WRITTEN_FOR);
            boolean same = settled(answer).equals(settled(step.answer()));
            passed += same ? 1 : 0;
            failed += same ? 0 : 1;
            report(step, answer, same);
            append(updated, step.command(), same ? step.answer() : answer);
          }
        }
      }
    }
    shell.waitFor();
    if (update) {
      Files.writeString(file, updated);
    }
    System.out.println("Tour: " + passed + " passed, " + failed + " failed");
    System.exit(failed == 0 && passed > 0 ? 0 : 1);
  }

  private static void report(Piece.Step step, String answer, boolean same) {
    String first = step.command().lines().findFirst().orElse("");
    System.out.println((same ? "ok    " : "FAIL  ") + first);
    if (!same) {
      System.out.println("  expected: " + settled(step.answer()));
      System.out.println("  but was:  " + settled(answer));
    }
  }

  private static void append(StringBuilder readme, String command, String answer) {
    readme.append("$ ").append(command.replace("\n", "\n> ")).append('\n');
    if (!answer.isBlank()) {
      readme.append(answer.strip()).append('\n');
    }
  }

  /**
   * A command begins with a dollar sign, goes on after a greater-than sign, and is followed by its
   * answer.
   */
  private static List<Piece> pieces(String readme) {
    List<Piece> pieces = new ArrayList<>();
    boolean inside = false;
    for (String line : readme.lines().toList()) {
      if (line.startsWith("```")) {
        inside = line.equals("```console");
        pieces.add(new Piece.Text(line));
      } else if (!inside) {
        pieces.add(new Piece.Text(line));
      } else if (line.startsWith("$ ")) {
        pieces.add(new Piece.Step(line.substring(2), ""));
      } else if (pieces.getLast() instanceof Piece.Step(String command, String answer)) {
        pieces.set(
            pieces.size() - 1,
            line.startsWith("> ")
                ? new Piece.Step(command + "\n" + line.substring(2), answer)
                : new Piece.Step(command, answer + line + "\n"));
      }
    }
    return pieces;
  }

  private static String answer(BufferedReader out) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = out.readLine(); line != null && !line.equals(END); line = out.readLine()) {
      lines.add(line.stripTrailing());
    }
    return String.join("\n", lines).strip();
  }

  private static String settled(String answer) {
    String text = answer.strip();
    for (Map.Entry<Pattern, String> each : VARYING.entrySet()) {
      text = each.getKey().matcher(text).replaceAll(each.getValue());
    }
    return text;
  }
}
