package dev.hexdesk.rest.http;

/** Media types that JAX-RS has no name for. */
public final class MediaTypes {
  /** RFC 7396. */
  public static final String MERGE_PATCH = "application/merge-patch+json";

  private MediaTypes() {}
}
