package dev.hexdesk.rest.request;

import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.problem.ProblemType;
import jakarta.annotation.Priority;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Lets a body's type choose the method only where a body means something, and only by what means
 * something in a type; UTF-8 has one name below.
 */
@PreMatching
@Priority(0)
public final class ContentTypeFilter implements ContainerRequestFilter {
  /** The methods whose requests have bodies that mean something. */
  public static final Set<String> TAKING_BODIES = Set.of("POST", "PUT", "PATCH");

  /** As only {@code Accept} has it; Jersey reads it here, too, and may fail at it. */
  private static final String QUALITY = "q";

  @Override
  public void filter(ContainerRequestContext request) {
    if (!TAKING_BODIES.contains(request.getMethod())) {
      request.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
      return;
    }
    MediaType type = typeOf(request);
    if (type != null) {
      Map<String, String> parameters = new TreeMap<>(type.getParameters());
      parameters.remove(QUALITY);
      parameters.computeIfPresent(
          MediaType.CHARSET_PARAMETER,
          (name, charset) -> Utf8Charset.isMeantBy(charset) ? Utf8Charset.NAME : charset);
      if (!parameters.equals(type.getParameters())) {
        MediaType plain = new MediaType(type.getType(), type.getSubtype(), parameters);
        request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, plain.toString());
      }
    }
  }

  private static @Nullable MediaType typeOf(ContainerRequestContext request) {
    try {
      return request.getMediaType();
    } catch (ProcessingException noMediaType) {
      throw ProblemException.of(
          ProblemType.MALFORMED_REQUEST,
          "The header 'Content-Type' must be a media type such as application/json.");
    }
  }
}
