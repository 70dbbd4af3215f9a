package dev.hexdesk.rest.request;

import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.problem.ProblemType;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Leaves empty elements out of {@code Accept}, as recipients of lists do (RFC 9110, section
 * 5.6.1.2); the framework takes them for faults.
 */
@PreMatching
public final class AcceptListFilter implements ContainerRequestFilter {
  private static final Pattern EMPTY_ELEMENT = Pattern.compile("(?:^|,)[ \\t]*(?:,|$)");

  /** Commas between quotation marks separate nothing. Nothing is ever tried twice. */
  private static final Pattern ELEMENT =
      Pattern.compile("(?:[^,\"]|\"(?:[^\"\\\\]|\\\\.?)*+\"?)++");

  @Override
  public void filter(ContainerRequestContext request) {
    String accept = request.getHeaderString(HttpHeaders.ACCEPT);
    if (accept != null && EMPTY_ELEMENT.matcher(accept).find()) {
      List<String> elements =
          ELEMENT
              .matcher(accept)
              .results()
              .map(MatchResult::group)
              .map(String::strip)
              .filter(element -> !element.isEmpty())
              .toList();
      if (elements.isEmpty()) {
        request.getHeaders().remove(HttpHeaders.ACCEPT);
      } else {
        request.getHeaders().putSingle(HttpHeaders.ACCEPT, String.join(", ", elements));
      }
    }
    requireReadable(request);
  }

  private static void requireReadable(ContainerRequestContext request) {
    try {
      request.getAcceptableMediaTypes();
    } catch (ProcessingException noMediaTypes) {
      throw ProblemException.of(
          ProblemType.MALFORMED_REQUEST,
          "The header 'Accept' must be a list of media types such as application/json.");
    }
  }
}
