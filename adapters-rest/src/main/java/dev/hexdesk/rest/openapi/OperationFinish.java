package dev.hexdesk.rest.openapi;

import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.problem.ProblemResponses;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.security.Requires;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Completes one operation by what follows from its method: who may call it, and how it can fail.
 */
final class OperationFinish {
  private final OpenAPI document;
  private final String path;
  private final HttpMethod verb;
  private final Operation operation;
  private final Method method;

  OperationFinish(
      OpenAPI document, String path, HttpMethod verb, Operation operation, Method method) {
    this.document = document;
    this.path = path;
    this.verb = verb;
    this.operation = operation;
    this.method = method;
  }

  void run() {
    secure();
    describeConditions();
    if (operation.getRequestBody() != null) {
      operation.getRequestBody().setRequired(true);
      addExamples(operation.getRequestBody().getContent());
      close(operation.getRequestBody().getContent());
    }
    operation.getResponses().values().forEach(answer -> addExamples(answer.getContent()));
    addHeaders();
    problems().forEach(this::addProblem);
  }

  private boolean isSecured() {
    return Arrays.stream(method.getParameters())
        .anyMatch(each -> each.isAnnotationPresent(Auth.class));
  }

  private boolean isConditional() {
    return Arrays.stream(method.getParameterTypes()).anyMatch(HttpHeaders.class::equals)
        && isSecured();
  }

  private void secure() {
    if (!isSecured()) {
      operation.setSecurity(List.of());
      return;
    }
    Requires requires = method.getAnnotation(Requires.class);
    List<Permission> needed = requires == null ? List.of() : List.of(requires.value());
    List<String> scopes =
        needed.stream().map(permission -> permission.scope().code()).distinct().toList();
    operation.setSecurity(
        List.of(new SecurityRequirement().addList(ApiDocument.SECURITY_SCHEME, scopes)));
    if (requires != null) {
      describe(
          (requires.any() ? "Needs one of the permissions " : "Needs the permission ")
              + needed.stream()
                  .map(permission -> "`" + permission.code() + "`")
                  .collect(Collectors.joining(requires.any() ? ", " : " and "))
              + ".");
    }
  }

  private void describe(String sentence) {
    String before = operation.getDescription();
    operation.setDescription(before == null ? sentence : before + " " + sentence);
  }

  private void describeConditions() {
    if (!isConditional()) {
      return;
    }
    boolean read = verb == HttpMethod.GET;
    Parameter condition =
        new Parameter()
            .in("header")
            .name(read ? "If-None-Match" : "If-Match")
            .description(
                read
                    ? "The version that the client has: when it still is the present one, the"
                        + " answer is 304 without a body."
                    : "The version that the change is meant for: when it is no more the present"
                        + " one, nothing is changed and the answer is 412.")
            .required(false)
            .schema(text())
            .example("\"3\"");
    List<Parameter> parameters =
        operation.getParameters() == null
            ? new ArrayList<>()
            : new ArrayList<>(operation.getParameters());
    parameters.add(condition);
    operation.setParameters(parameters);
    if (read) {
      operation
          .getResponses()
          .addApiResponse(
              "304", new ApiResponse().description("The client has the present version."));
    }
  }

  private void addHeaders() {
    operation
        .getResponses()
        .forEach(
            (status, answer) -> {
              answer.addHeaderObject(
                  "X-Request-Id", header("Finds the request in the server's log."));
              if (status.equals("201")) {
                answer.addHeaderObject("Location", header("Where the new resource is."));
              }
              if (status.equals("201") || (isConditional() && !status.equals("204"))) {
                answer.addHeaderObject("ETag", header("The version of the resource."));
              }
              if (status.equals("200") && operation.getOperationId().startsWith("list")) {
                answer.addHeaderObject("Link", header("Leads to the next page (RFC 8288)."));
              }
            });
  }

  /** Everything that can go wrong here: by the operation's shape, and by what its method says. */
  private Map<Integer, Set<ProblemType>> problems() {
    Set<ProblemType> problems =
        EnumSet.of(
            ProblemType.MALFORMED_REQUEST,
            ProblemType.NOT_ACCEPTABLE,
            ProblemType.INTERNAL_ERROR,
            ProblemType.UNAVAILABLE);
    if (isSecured()) {
      problems.add(ProblemType.UNAUTHENTICATED);
      problems.add(ProblemType.INVALID_TOKEN);
    }
    if (method.isAnnotationPresent(Requires.class)) {
      problems.add(ProblemType.PERMISSION_DENIED);
      problems.add(ProblemType.INSUFFICIENT_SCOPE);
      problems.add(ProblemType.USER_DISABLED);
    }
    if (path.contains("{")) {
      problems.add(ProblemType.NOT_FOUND);
    }
    if (isConditional()) {
      problems.add(ProblemType.PRECONDITION_FAILED);
    }
    if (operation.getRequestBody() != null) {
      problems.add(ProblemType.PAYLOAD_TOO_LARGE);
      problems.add(ProblemType.UNSUPPORTED_MEDIA_TYPE);
      if (!path.equals(ApiPaths.TOKEN)) {
        problems.add(ProblemType.VALIDATION_FAILED);
        problems.add(ProblemType.UNKNOWN_FIELD);
      }
    }
    MayAnswer besides = method.getAnnotation(MayAnswer.class);
    if (besides != null) {
      problems.addAll(List.of(besides.value()));
    }
    return problems.stream()
        .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toSet()));
  }

  private void addProblem(int status, Set<ProblemType> types) {
    if (operation.getResponses().containsKey(Integer.toString(status))) {
      return;
    }
    List<ProblemType> sorted = types.stream().sorted().toList();
    ApiResponse answer =
        new ApiResponse()
            .description(
                sorted.stream()
                    .map(type -> "`" + type.code() + "`: " + type.title() + ".")
                    .collect(Collectors.joining(" ")))
            .content(path.equals(ApiPaths.TOKEN) ? tokenError() : problem(sorted));
    answer.addHeaderObject("X-Request-Id", header("Finds the request in the server's log."));
    if (status == 401 || types.contains(ProblemType.INSUFFICIENT_SCOPE)) {
      answer.addHeaderObject("WWW-Authenticate", header("What token is needed (RFC 6750)."));
    }
    if (types.contains(ProblemType.UNAVAILABLE)) {
      answer.addHeaderObject("Retry-After", header("After how many seconds to try again."));
    }
    operation.getResponses().addApiResponse(Integer.toString(status), answer);
  }

  private Content problem(List<ProblemType> types) {
    MediaType body = new MediaType().schema(reference("Problem"));
    types.forEach(
        type -> body.addExamples(type.code(), new Example().value(ProblemExamples.of(type, path))));
    return new Content().addMediaType(ProblemResponses.PROBLEM_JSON, body);
  }

  private static Content tokenError() {
    return new Content()
        .addMediaType("application/json", new MediaType().schema(reference("TokenError")));
  }

  private void addExamples(@Nullable Content content) {
    if (content == null) {
      return;
    }
    content.forEach(
        (type, body) -> {
          if (type.contains("json") && body.getExamples() == null && body.getSchema() != null) {
            body.setExample(
                Schemas.example(body.getSchema(), document.getComponents().getSchemas()));
          }
        });
  }

  /** Says that unknown fields are an error. */
  private void close(Content content) {
    content.forEach(
        (type, body) -> {
          Schema<?> schema =
              Schemas.resolved(body.getSchema(), document.getComponents().getSchemas());
          if (type.contains("json") && schema != null) {
            schema.setAdditionalProperties(Boolean.FALSE);
          }
        });
  }

  private static Header header(String description) {
    return new Header().description(description).schema(text());
  }

  private static Schema<?> text() {
    Schema<?> text = new Schema<>();
    text.addType("string");
    return text;
  }

  private static Schema<?> reference(String name) {
    return new Schema<>().$ref("#/components/schemas/" + name);
  }
}
