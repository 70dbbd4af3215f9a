package dev.hexdesk.bootstrap.postgres;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL cannot serve; the message is for the operator and says what to do. */
public sealed class EmbeddedPostgresException extends RuntimeException
    permits FolderInUseException {
  @Serial private static final long serialVersionUID = 1L;

  EmbeddedPostgresException(String message) {
    this(message, null);
  }

  EmbeddedPostgresException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Keeps the thread's interrupt, for whoever above wants to know of it. */
  static EmbeddedPostgresException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new EmbeddedPostgresException("Interrupted while working on PostgreSQL.", cause);
  }
}
