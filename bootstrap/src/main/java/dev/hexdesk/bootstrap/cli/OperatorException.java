package dev.hexdesk.bootstrap.cli;

/** Something that the operator can mend; the message says what and how. */
public final class OperatorException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public OperatorException(String message) {
    super(message);
  }
}
