package dev.hexdesk.persistence.backup;

import java.io.IOException;

/** A file that is no backup, or not as it was made. The message completes "because ...". */
public final class DamagedBackup extends IOException {
  private static final long serialVersionUID = 1;

  DamagedBackup(String message) {
    super(message);
  }

  DamagedBackup(String message, Throwable cause) {
    super(message, cause);
  }
}
