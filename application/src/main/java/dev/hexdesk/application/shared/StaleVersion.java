package dev.hexdesk.application.shared;

/** Somebody else changed the stored thing between reading and writing it. */
public final class StaleVersion extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StaleVersion(String what) {
    super(what + " was changed by somebody else in the meantime");
  }
}
