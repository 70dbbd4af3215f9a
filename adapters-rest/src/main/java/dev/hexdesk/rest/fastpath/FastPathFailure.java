package dev.hexdesk.rest.fastpath;

import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.IOException;

/**
 * Has JAX-RS answer what ended a request on the fast path, as if it had ended there: nothing is
 * done twice, and problems are told in one place.
 */
@Priority(Priorities.AUTHENTICATION - 1)
public final class FastPathFailure implements ContainerRequestFilter {
  private static final String ATTRIBUTE = "hexdesk.fast-path-failure";

  static void note(Throwable failure, HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, failure);
  }

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    switch (request.getProperty(ATTRIBUTE)) {
      case RuntimeException refused -> throw refused;
      case IOException broken -> throw broken;
      case Error broken -> throw broken;
      case null, default -> {
        // It has not been on the fast path, or there is nothing that it would not take.
      }
    }
  }
}
