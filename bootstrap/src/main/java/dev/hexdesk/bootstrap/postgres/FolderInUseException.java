package dev.hexdesk.bootstrap.postgres;

/** Another Hexdesk, whose process the message names, serves the data folder at this moment. */
public final class FolderInUseException extends EmbeddedPostgresException {
  private static final long serialVersionUID = 1;

  FolderInUseException(String message) {
    super(message);
  }
}
