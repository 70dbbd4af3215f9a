package dev.hexdesk.bootstrap.yaml;

/** Something in a YAML file that can't be read; it tells the line and quotes nothing. */
public final class YamlFault extends Exception {
  private static final long serialVersionUID = 1;

  private final int line;

  YamlFault(int line, String message) {
    super(message);
    this.line = line;
  }

  /** The line, counted from 1. */
  public int line() {
    return line;
  }
}
