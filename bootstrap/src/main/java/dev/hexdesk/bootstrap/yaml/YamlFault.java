package dev.hexdesk.bootstrap.yaml;

/** Something in a YAML file that can't be read; it tells the line and quotes nothing. */
public final class YamlFault extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;
  private final String detail;

  YamlFault(int line, String detail) {
    super("line " + line + ": " + detail);
    this.line = line;
    this.detail = detail;
  }

  /** The line, counted from 1. */
  public int line() {
    return line;
  }

  /** What is wrong there. */
  public String detail() {
    return detail;
  }
}
