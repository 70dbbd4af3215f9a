package dev.hexdesk.application.access;

import dev.hexdesk.domain.access.Actor;
import java.util.Optional;

/**
 * Whom a token stands for at this moment. What takes long asks again, since an actor is only what
 * was true when a request began.
 */
@FunctionalInterface
public interface ActorLookup {
  /** The actor as of now; empty once the token is expired or revoked, or its user gone. */
  Optional<Actor> find();
}
