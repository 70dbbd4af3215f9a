package dev.hexdesk.application.shared;

import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.shared.Precondition;

/** Something to be done to one thing, in the version that is meant. */
public interface VersionedCommand<I> {
  Actor actor();

  I id();

  Precondition precondition();
}
