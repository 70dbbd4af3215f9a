package dev.hexdesk.bootstrap.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What the operator at the terminal reads: results on the one stream, progress and errors on the
 * other. It goes past the log on purpose, as a generated password may be shown here once and must
 * never be kept in a file.
 */
public final class Console {
  private final PrintStream results;
  private final PrintStream messages;
  private final boolean terminal;

  public Console(PrintStream results, PrintStream messages) {
    this(results, messages, false);
  }

  private Console(PrintStream results, PrintStream messages, boolean terminal) {
    this.results = results;
    this.messages = messages;
    this.terminal = terminal;
  }

  /**
   * The console of this process, in UTF-8 whatever the locale: service managers set none, and what
   * is printed may be a document on its way into a file.
   */
  public static Console ofProcess() {
    java.io.Console console = System.console();
    return new Console(
        inUtf8(System.out), inUtf8(System.err), console != null && console.isTerminal());
  }

  private static PrintStream inUtf8(PrintStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  /** Prints what the command was asked for, on standard output. */
  public void print(String text) {
    results.println(text);
    results.flush();
  }

  /** A step that takes a while, or a word on what happened. */
  public void progress(String sentence) {
    messages.println(sentence);
    messages.flush();
  }

  /**
   * Something that nobody may look at: typed twice at the terminal, which does not show it; where
   * there is none, a line of what was piped in.
   *
   * @throws OperatorException when what was typed differs, or nothing came
   */
  public String readSecret(String prompt) {
    java.io.Console watched = System.console();
    if (watched == null || !watched.isTerminal()) {
      return firstLine();
    }
    String typed = typed(watched, prompt);
    if (!typed.equals(typed(watched, "Once more: "))) {
      throw new OperatorException("The two differ; nothing was changed.");
    }
    return typed;
  }

  private static String typed(java.io.Console watched, String prompt) {
    char @Nullable [] typed = watched.readPassword("%s", prompt);
    if (typed == null) {
      throw new OperatorException("Nothing was typed; nothing was changed.");
    }
    return new String(typed);
  }

  private static String firstLine() {
    try {
      String line =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
      if (line == null) {
        throw new OperatorException("No line came from standard input; nothing was changed.");
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether somebody watches, so that a line may be drawn over and over. */
  boolean isTerminal() {
    return terminal;
  }

  /** Progress that takes the place of what was drawn before; in a file, a line of its own. */
  void redraw(String line) {
    if (terminal) {
      messages.print("\r" + line + "\u001b[K");
      messages.flush();
    } else {
      progress(line);
    }
  }

  /** Leaves what was drawn as it is. */
  void endLine() {
    if (terminal) {
      progress("");
    }
  }
}
