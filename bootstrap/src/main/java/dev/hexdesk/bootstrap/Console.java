package dev.hexdesk.bootstrap;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * What the operator at the terminal reads: results on the one stream, progress and errors on the
 * other. It goes past the log on purpose, as a generated password may be shown here once and must
 * never be kept in a file.
 */
public final class Console {
  private final PrintStream results;
  private final PrintStream messages;

  public Console(PrintStream results, PrintStream messages) {
    this.results = results;
    this.messages = messages;
  }

  /**
   * The console of this process, in UTF-8 whatever the locale: service managers set none, and what
   * is printed may be a document on its way into a file.
   */
  public static Console ofProcess() {
    return new Console(inUtf8(System.out), inUtf8(System.err));
  }

  private static PrintStream inUtf8(PrintStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  /** Something that was asked for. */
  public void print(String text) {
    results.println(text);
    results.flush();
  }

  /** How far a step is, in the place of what was said of it before. */
  public void redraw(String state) {
    messages.print("\r" + state);
    messages.flush();
  }

  /** A step that takes a while, or a word on what happened. */
  public void progress(String sentence) {
    messages.println(sentence);
    messages.flush();
  }
}
