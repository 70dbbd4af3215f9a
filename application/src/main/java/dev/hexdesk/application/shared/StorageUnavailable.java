package dev.hexdesk.application.shared;

/**
 * The storage can't be reached, has no connection left, or did not answer in time: what was asked
 * is worth asking again. Whether a write that ended like this was kept is not known.
 */
public final class StorageUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StorageUnavailable(Throwable cause) {
    super("the storage can't be reached or has no connection left", cause);
  }
}
