package dev.hexdesk.rest.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hexdesk.application.shared.InvalidPosition;
import dev.hexdesk.application.shared.StaleVersion;
import dev.hexdesk.application.shared.StorageUnavailable;
import dev.hexdesk.rest.http.ForwardedPrefix;
import dev.hexdesk.rest.http.MatchedTypes;
import dev.hexdesk.rest.request.UnknownMethodFilter;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.ParamException;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns whatever ends a request into a problem: the one place where exceptions become answers. */
public final class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);

  private final Consumer<ProblemType> problems;

  @Context private @Nullable ExtendedUriInfo uri;
  @Context private @Nullable Request request;

  /**
   * @param problems told of each problem that is answered
   */
  public ProblemMapper(Consumer<ProblemType> problems) {
    this.problems = problems;
  }

  @Override
  public Response toResponse(Throwable thrown) {
    ProblemResponses.Place place = place();
    return switch (thrown) {
      case ProblemException problem -> answer(problem, place);
      case ParamException parameter ->
          answer(
              ProblemException.badParameter(
                  parameter.getParameterName(), "format", "has a value that can't be read"),
              place);
      case WebApplicationException framework -> ofFramework(framework, place);
      case JsonProcessingException json -> answer(JsonFaults.of(json), place);
      case StaleVersion ignored -> answer(ProblemException.preconditionFailed(), place);
      case InvalidPosition ignored ->
          answer(
              ProblemException.badParameter("cursor", "cursor", "is no cursor of this list"),
              place);
      case StorageUnavailable away -> {
        LOG.warn("Answered 503: {}", away.getMessage());
        yield answer(
            ProblemType.UNAVAILABLE, "The database is not available at the moment.", place);
      }
      case RejectedExecutionException ignored ->
          answer(
              ProblemType.UNAVAILABLE,
              "The server has more to do than it can at the moment.",
              place);
      default -> {
        LOG.error("A request failed", thrown);
        yield answer(
            ProblemType.INTERNAL_ERROR, "The log has the reason under the request id.", place);
      }
    };
  }

  private Response ofFramework(WebApplicationException thrown, ProblemResponses.Place place) {
    Response original = thrown.getResponse();
    if (original.getStatus() < 400) {
      return original;
    }
    ProblemType type = ProblemType.ofStatus(original.getStatus());
    if (type == ProblemType.INTERNAL_ERROR) {
      LOG.error("A request failed", thrown);
    }
    Set<String> allowed = new TreeSet<>(original.getAllowedMethods());
    if (allowed.contains("GET")) {
      // JAX-RS answers HEAD wherever GET is, but does not tell.
      allowed.add("HEAD");
    }
    Response answer = answer(type, detail(type, allowed), place);
    return allowed.isEmpty() ? answer : Response.fromResponse(answer).allow(allowed).build();
  }

  /** What there is instead, where something that is not offered was asked for. */
  private String detail(ProblemType type, Set<String> allowed) {
    return switch (type) {
      case METHOD_NOT_ALLOWED ->
          method()
              .filter(method -> !allowed.isEmpty())
              .map(
                  method ->
                      (method.equals(UnknownMethodFilter.UNOFFERED) ? "This method" : method)
                          + " is not offered here, but "
                          + String.join(", ", allowed)
                          + ".")
              .orElse(type.meaning());
      case UNSUPPORTED_MEDIA_TYPE -> withTypes(type, "takes", ResourceMethod::getConsumedTypes);
      case NOT_ACCEPTABLE -> withTypes(type, "is shown as", ResourceMethod::getProducedTypes);
      default -> type.meaning();
    };
  }

  private String withTypes(
      ProblemType type, String verb, Function<ResourceMethod, List<MediaType>> types) {
    String offered =
        method()
            .map(method -> MatchedTypes.of(uri, method.equals("HEAD") ? "GET" : method, types))
            .orElse("");
    return offered.isEmpty()
        ? type.meaning()
        : type.meaning().replaceFirst("[.]$", "; it " + verb + " " + offered + ".");
  }

  private Optional<String> method() {
    return Optional.ofNullable(request).map(Request::getMethod);
  }

  private Response answer(ProblemException problem, ProblemResponses.Place place) {
    problems.accept(problem.type());
    return ProblemResponses.of(problem, place);
  }

  private Response answer(ProblemType type, String detail, ProblemResponses.Place place) {
    problems.accept(type);
    return ProblemResponses.of(type, detail, place);
  }

  private ProblemResponses.Place place() {
    return uri == null
        ? new ProblemResponses.Place("", "/")
        : new ProblemResponses.Place(
            ForwardedPrefix.of(uri), "/" + uri.getPath(false).replaceFirst("^/+", ""));
  }
}
