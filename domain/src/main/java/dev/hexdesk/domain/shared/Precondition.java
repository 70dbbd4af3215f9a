package dev.hexdesk.domain.shared;

/**
 * What a caller demands of the present version before a change may happen (RFC 9110, section 13).
 */
@FunctionalInterface
public interface Precondition {
  /** Demands nothing. */
  Precondition NONE = present -> true;

  boolean holdsFor(Version present);
}
