package dev.hexdesk.rest.request;

import dev.hexdesk.rest.http.MatchedTypes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.Map;
import org.glassfish.jersey.server.model.ResourceMethod;

/**
 * Tells which types of bodies are taken, by {@code Accept-Post} (Linked Data Platform 1.0, section
 * 7.1) and {@code Accept-Patch} (RFC 5789, section 3.1): to who sent another one, and to who asks.
 */
public final class AcceptedTypesFilter implements ContainerResponseFilter {
  private static final int UNSUPPORTED_MEDIA_TYPE = 415;
  private static final Map<String, String> HEADERS =
      Map.of("POST", "Accept-Post", "PATCH", "Accept-Patch");

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    boolean asked = request.getMethod().equals("OPTIONS");
    if (asked || response.getStatus() == UNSUPPORTED_MEDIA_TYPE) {
      HEADERS.forEach(
          (method, header) -> {
            String types =
                MatchedTypes.of(request.getUriInfo(), method, ResourceMethod::getConsumedTypes);
            if (!types.isEmpty() && (asked || method.equals(request.getMethod()))) {
              response.getHeaders().putSingle(header, types);
            }
          });
    }
  }
}
