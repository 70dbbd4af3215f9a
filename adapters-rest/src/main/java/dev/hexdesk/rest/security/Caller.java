package dev.hexdesk.rest.security;

import dev.hexdesk.domain.access.Actor;
import java.security.Principal;

/** The actor behind a request, in the shape that JAX-RS hands around. */
public record Caller(Actor actor) implements Principal {
  @Override
  public String getName() {
    return Long.toString(actor.id().value());
  }
}
