package dev.hexdesk.rest.security;

import dev.hexdesk.application.access.ActorLookup;
import dev.hexdesk.domain.access.Actor;
import java.security.Principal;

/**
 * The actor behind a request, in the shape that JAX-RS hands around.
 *
 * @param actor as they were when the request began
 * @param present for what takes long: whom the token stands for now
 */
public record Caller(Actor actor, ActorLookup present) implements Principal {
  @Override
  public String getName() {
    return Long.toString(actor.id().value());
  }
}
