package dev.hexdesk.rest.request;

import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.http.ForwardedPrefix;
import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;

/**
 * Lets a resource have one address only: no trailing slash, no matrix parameters, no empty
 * segments.
 */
@PreMatching
@Priority(0)
public final class StrictPathFilter implements ContainerRequestFilter {
  private static final String DOCS_HOME = ApiPaths.DOCS + "/";

  @Override
  public void filter(ContainerRequestContext request) {
    String path = ForwardedPrefix.pathWithin(request.getUriInfo());
    boolean trailing = path.length() > 1 && path.endsWith("/") && !path.equals(DOCS_HOME);
    if (trailing && path.indexOf(';') < 0 && !path.contains("//")) {
      throw ProblemException.of(
          ProblemType.NOT_FOUND,
          "There is nothing at this address; addresses here end without a slash.");
    }
    if (trailing || path.contains(";") || path.contains("//")) {
      throw ProblemException.notFound();
    }
  }
}
