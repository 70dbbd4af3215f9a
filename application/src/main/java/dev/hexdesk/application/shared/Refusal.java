package dev.hexdesk.application.shared;

import dev.hexdesk.domain.access.Decision.Denial;

/** Why nothing was done to a thing, whatever the thing and whatever was to be done. */
public sealed interface Refusal {
  /** The caller may not. */
  record Denied(Denial denial) implements Refusal {}

  /** There is no such thing for this caller. */
  record Unknown() implements Refusal {}

  /** Its version is not the one that was meant. */
  record PreconditionFailed() implements Refusal {}
}
