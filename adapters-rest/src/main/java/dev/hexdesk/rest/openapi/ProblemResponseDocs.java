package dev.hexdesk.rest.openapi;

import dev.hexdesk.rest.problem.ProblemResponses;
import dev.hexdesk.rest.problem.ProblemType;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Describes error answers, each combination of problems once, for operations to refer to. */
final class ProblemResponseDocs {
  private final Components components;

  ProblemResponseDocs(Components components) {
    this.components = components;
  }

  /** A reference to the answer that bears one of these problems, all of the same status. */
  ApiResponse shared(List<ProblemType> types) {
    String name =
        types.stream().map(ProblemResponseDocs::camelCase).collect(Collectors.joining("Or"));
    if (components.getResponses() == null || !components.getResponses().containsKey(name)) {
      MediaType body = new MediaType().schema(Schemas.reference("Problem"));
      for (ProblemType type : types) {
        components.addExamples(type.code(), new Example().value(ProblemExamples.of(type)));
        body.addExamples(type.code(), new Example().$ref("#/components/examples/" + type.code()));
      }
      ApiResponse answer =
          answer(types, new Content().addMediaType(ProblemResponses.PROBLEM_JSON, body));
      ResponseHeaders.addLimits(answer);
      components.addResponses(name, answer);
    }
    return new ApiResponse().$ref("#/components/responses/" + name);
  }

  /** The answer of the token endpoint, which has errors of another shape (RFC 6749). */
  ApiResponse ofToken(List<ProblemType> types) {
    MediaType body = new MediaType().schema(Schemas.reference("TokenError"));
    types.forEach(
        type ->
            body.addExamples(
                type.code(),
                new Example().value(ProblemResponses.tokenError(type, type.meaning()))));
    return answer(types, new Content().addMediaType("application/json", body));
  }

  private static ApiResponse answer(List<ProblemType> types, Content content) {
    ApiResponse answer =
        new ApiResponse()
            .description(
                types.stream()
                    .map(type -> "`" + type.code() + "`: " + type.title() + ".")
                    .collect(Collectors.joining(" ")))
            .content(content);
    ResponseHeaders.addCommon(answer);
    if (types.stream().anyMatch(ProblemResponseDocs::tellsOfTokens)) {
      answer.addHeaderObject(
          ResponseHeaders.AUTHENTICATE, ResponseHeaders.reference(ResponseHeaders.AUTHENTICATE));
    }
    if (types.contains(ProblemType.UNAVAILABLE) || types.contains(ProblemType.TOO_MANY_REQUESTS)) {
      answer.addHeaderObject(
          ResponseHeaders.RETRY_AFTER, ResponseHeaders.reference(ResponseHeaders.RETRY_AFTER));
    }
    if (types.contains(ProblemType.UNSUPPORTED_MEDIA_TYPE)) {
      for (String header : List.of(ResponseHeaders.ACCEPT_POST, ResponseHeaders.ACCEPT_PATCH)) {
        answer.addHeaderObject(header, ResponseHeaders.reference(header));
      }
    }
    if (types.contains(ProblemType.IDEMPOTENCY_KEY_IN_USE)) {
      answer.addHeaderObject(
          ResponseHeaders.RETRY_AFTER,
          ResponseHeaders.reference(ResponseHeaders.RETRY_AFTER_WHILE_IN_USE));
    }
    return answer;
  }

  private static boolean tellsOfTokens(ProblemType type) {
    return switch (type) {
      case UNAUTHENTICATED, INVALID_TOKEN, INSUFFICIENT_SCOPE -> true;
      default -> false;
    };
  }

  private static String camelCase(ProblemType type) {
    return Arrays.stream(type.name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining());
  }
}
