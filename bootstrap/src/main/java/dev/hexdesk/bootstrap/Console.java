package dev.hexdesk.bootstrap;

import java.io.PrintStream;

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

  /** The console of this process. */
  public static Console ofProcess() {
    return new Console(System.out, System.err);
  }

  /** Something that was asked for. */
  public void print(String text) {
    results.println(text);
    results.flush();
  }

  /** A step that takes a while, or a word on what happened. */
  public void progress(String sentence) {
    messages.println(sentence);
    messages.flush();
  }
}
