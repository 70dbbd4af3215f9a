package dev.hexdesk.application.shared;

/** A {@link Position} that names no place in the list: its value can't be one of the sort's. */
public final class InvalidPosition extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** Made without a stack trace: it tells of a caller's mistake, not of ours. */
  public InvalidPosition(String message) {
    super(message, null, false, false);
  }
}
