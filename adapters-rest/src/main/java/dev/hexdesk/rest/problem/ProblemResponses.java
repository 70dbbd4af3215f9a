package dev.hexdesk.rest.problem;

import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.http.RequestId;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.TreeMap;

/**
 * Writes problems as answers: problem details everywhere, and RFC 6749's errors at the token
 * endpoint.
 */
public final class ProblemResponses {
  public static final String PROBLEM_JSON = "application/problem+json";

  private static final MediaType PROBLEM_TYPE = MediaType.valueOf(PROBLEM_JSON);

  private ProblemResponses() {}

  /**
   * Where a problem came up.
   *
   * @param prefix what all addresses begin with behind a proxy that shows the server below a path
   * @param path what was asked for, as this server has it
   */
  public record Place(String prefix, String path) {}

  /** The body of a problem of which nothing but its kind is told. */
  public static Problem plain(ProblemType type, String detail, Place place, String requestId) {
    return problem(type, detail, place, requestId, ProblemException.Details.NONE);
  }

  /** The problem as a part of an answer that tells of several. */
  public static Problem body(ProblemException problem, Place place) {
    return problem(problem.type(), problem.detail(), place, RequestId.current(), problem.details());
  }

  static Response of(ProblemException problem, Place place) {
    return of(problem.type(), problem.detail(), problem.details(), place);
  }

  static Response of(ProblemType type, String detail, Place place) {
    return of(type, detail, ProblemException.Details.NONE, place);
  }

  private static Response of(
      ProblemType type, String detail, ProblemException.Details details, Place place) {
    Response.ResponseBuilder answer =
        ApiPaths.TOKEN.equals(place.path())
            ? Response.status(type.status())
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .entity(tokenError(type, detail))
            : Response.status(type.status())
                .type(PROBLEM_TYPE)
                .entity(problem(type, detail, place, RequestId.current(), details));
    details.headers().forEach(answer::header);
    if (type == ProblemType.UNAVAILABLE && !details.headers().containsKey("Retry-After")) {
      answer.header("Retry-After", "2");
    }
    return answer.build();
  }

  /** The body of an error at the token endpoint (RFC 6749, section 5.2). */
  public static Map<String, String> tokenError(ProblemType type, String detail) {
    String error =
        switch (type) {
          case UNAVAILABLE, TOO_MANY_REQUESTS -> "temporarily_unavailable";
          case INTERNAL_ERROR -> "server_error";
          default -> "invalid_request";
        };
    return new TreeMap<>(Map.of("error", error, "error_description", detail));
  }

  private static Problem problem(
      ProblemType type,
      String detail,
      Place place,
      String requestId,
      ProblemException.Details details) {
    return new Problem(
        place.prefix() + type.uri(),
        type.title(),
        type.status(),
        detail,
        place.prefix() + place.path(),
        type.code(),
        requestId,
        details.permission(),
        details.scope(),
        details.field(),
        details.allowed(),
        details.errors(),
        details.errorCount());
  }
}
