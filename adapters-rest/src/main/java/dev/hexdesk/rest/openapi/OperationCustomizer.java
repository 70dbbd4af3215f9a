package dev.hexdesk.rest.openapi;

import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.idempotency.IdempotencyKey;
import dev.hexdesk.rest.idempotency.Idempotent;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.request.ConditionalRequests;
import dev.hexdesk.rest.security.Requires;
import dev.hexdesk.rest.transfer.TransferTypes;
import io.dropwizard.auth.Auth;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
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
final class OperationCustomizer {
  private static final String IMPORT_FORM = "ImportForm";

  /** What is answered before anybody has looked where a request is going. */
  private static final Set<ProblemType> BEFORE_ROUTING =
      EnumSet.of(ProblemType.URI_TOO_LONG, ProblemType.HEADERS_TOO_LARGE);

  private final OpenAPI document;
  private final String path;
  private final HttpMethod verb;
  private final Operation operation;
  private final Method method;
  private final ProblemResponseDocs answers;

  OperationCustomizer(
      OpenAPI document, String path, HttpMethod verb, Operation operation, Method method) {
    this.document = document;
    this.answers = new ProblemResponseDocs(document.getComponents());
    this.path = path;
    this.verb = verb;
    this.operation = operation;
    this.method = method;
  }

  void run() {
    ColumnLists.applyTo(operation);
    secure();
    describeConditions();
    describeKey();
    describeImport();
    if (operation.getRequestBody() != null) {
      operation.getRequestBody().setRequired(true);
      addExamples(operation.getRequestBody().getContent());
      close(operation.getRequestBody().getContent());
    }
    operation.getResponses().values().forEach(answer -> addExamples(answer.getContent()));
    addHeaders();
    problems().forEach(this::addProblems);
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
    boolean any = requires != null && requires.any();
    List<String> scopes =
        needed.stream().map(permission -> permission.scope().code()).distinct().toList();
    operation.setSecurity(
        List.of(new SecurityRequirement().addList(ApiDocument.SECURITY_SCHEME, scopes)));
    if (!needed.isEmpty()) {
      describe(
          (any ? "Needs one of the permissions " : "Needs the permission ")
              + needed.stream()
                  .map(permission -> "`" + permission.code() + "`")
                  .collect(Collectors.joining(any ? ", " : " and "))
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
                    ? "The version that the client has, such as `\"3\"`: when it still is the"
                        + " present one, the answer is 304 without a body."
                    : "The version that the change is meant for, such as `\"3\"`: when it is no"
                        + " more the present one, nothing is changed and the answer is 412.")
            .required(false)
            // An example would be filled in for those who try it out, and be the wrong version.
            .schema(ResponseHeaders.text(ConditionalRequests.PATTERN, ConditionalRequests.LONGEST));
    addParameter(condition);
    if (read) {
      operation
          .getResponses()
          .addApiResponse(
              "304", new ApiResponse().description("The client has the present version."));
    }
  }

  private void addParameter(Parameter parameter) {
    List<Parameter> parameters =
        operation.getParameters() == null
            ? new ArrayList<>()
            : new ArrayList<>(operation.getParameters());
    parameters.add(parameter);
    operation.setParameters(parameters);
  }

  private boolean isIdempotent() {
    return method.isAnnotationPresent(Idempotent.class);
  }

  private void describeKey() {
    if (isIdempotent()) {
      addParameter(
          new Parameter()
              .in("header")
              .name(IdempotencyKey.HEADER)
              .description(
                  "Makes it safe to send this again, as after a timeout: a text that the client"
                      + " makes up for this one request, such as a UUID, in quotation marks or"
                      + " without. Whoever sends the same request with the same key again gets the"
                      + " first one's answer, and nothing is done twice.")
              .required(false)
              // An example would be filled in for those who try it out, and be a used one soon.
              .schema(
                  ResponseHeaders.text(IdempotencyKey.PATTERN, IdempotencyKey.LONGEST_WRITTEN)));
    }
  }

  private void describeImport() {
    DocumentedImport taken = method.getAnnotation(DocumentedImport.class);
    if (taken != null) {
      RequestBody file = operation.getRequestBody();
      file.getContent().remove(TransferTypes.SYNONYMS);
      file.description(
              "The file, with a line of column names first if it is CSV. Of"
                  + " `application/octet-stream` the beginning shows what it is. Taken as well are "
                  + TransferTypes.SYNONYMS.replace(",", ", ")
                  + ".")
          .getContent()
          .forEach((type, body) -> describeFile(type, body, taken));
    }
  }

  private void describeFile(String type, MediaType body, DocumentedImport taken) {
    Schema<?> file = ResponseHeaders.text(TransferTypes.TEXT, TransferTypes.LARGEST);
    body.setSchema(type.startsWith("multipart/") ? formOf(file) : file);
    if (type.equals(TransferTypes.CSV)) {
      body.addExamples("one row", new Example().description("one row").value(taken.exampleCsv()));
    }
  }

  /** Has a name, as generators would make one up that means something else to them. */
  private Schema<?> formOf(Schema<?> file) {
    Schema<?> form = new Schema<>();
    form.addType("object");
    form.addProperty("file", file.description("Its own type or its name tells what it is."));
    form.addRequiredItem("file");
    form.setAdditionalProperties(Boolean.FALSE);
    form.setDescription("A file, as browsers send it.");
    document.getComponents().addSchemas(IMPORT_FORM, form);
    return Schemas.reference(IMPORT_FORM);
  }

  private void addHeaders() {
    operation
        .getResponses()
        .forEach(
            (status, answer) -> {
              ResponseHeaders.addCommon(answer);
              if (isSecured()) {
                ResponseHeaders.addLimits(answer);
              }
              boolean elsewhere = status.equals("201") && verb == HttpMethod.POST;
              if (elsewhere) {
                refer(answer, ResponseHeaders.LOCATION);
              }
              if (elsewhere || (isConditional() && !status.equals("204"))) {
                refer(answer, ResponseHeaders.ETAG);
              }
              if (status.startsWith("2") && isIdempotent()) {
                refer(answer, ResponseHeaders.REPLAYED);
              }
              if (status.equals("200") && operation.getOperationId().startsWith("list")) {
                refer(answer, ResponseHeaders.LINK);
              }
            });
  }

  private static void refer(ApiResponse answer, String header) {
    answer.addHeaderObject(header, ResponseHeaders.reference(header));
  }

  /** Everything that can go wrong here: by the operation's shape, and by what its method says. */
  private Map<Integer, Set<ProblemType>> problems() {
    Set<ProblemType> problems =
        EnumSet.of(
            ProblemType.MALFORMED_REQUEST,
            ProblemType.URI_TOO_LONG,
            ProblemType.HEADERS_TOO_LARGE,
            ProblemType.INTERNAL_ERROR,
            ProblemType.UNAVAILABLE);
    if (!operation.getResponses().containsKey("204")) {
      // Where nothing is answered, every client can take it.
      problems.add(ProblemType.NOT_ACCEPTABLE);
    }
    if (isSecured()) {
      problems.add(ProblemType.UNAUTHENTICATED);
      problems.add(ProblemType.INVALID_TOKEN);
      problems.add(ProblemType.TOO_MANY_REQUESTS);
    }
    Requires requires = method.getAnnotation(Requires.class);
    if (requires != null) {
      problems.add(ProblemType.USER_DISABLED);
      if (requires.value().length > 0) {
        problems.add(ProblemType.PERMISSION_DENIED);
        problems.add(ProblemType.INSUFFICIENT_SCOPE);
      }
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
    if (isIdempotent()) {
      problems.add(ProblemType.IDEMPOTENCY_KEY_IN_USE);
      problems.add(ProblemType.IDEMPOTENCY_KEY_REUSED);
    }
    DocumentedProblems besides = method.getAnnotation(DocumentedProblems.class);
    if (besides != null) {
      problems.addAll(List.of(besides.value()));
    }
    return problems.stream()
        .collect(Collectors.groupingBy(ProblemType::status, TreeMap::new, Collectors.toSet()));
  }

  private void addProblems(int status, Set<ProblemType> types) {
    String key = Integer.toString(status);
    if (!operation.getResponses().containsKey(key)) {
      List<ProblemType> sorted = types.stream().sorted().toList();
      boolean ofToken = path.equals(ApiPaths.TOKEN) && !BEFORE_ROUTING.containsAll(types);
      operation
          .getResponses()
          .addApiResponse(key, ofToken ? answers.ofToken(sorted) : answers.shared(sorted));
    }
  }

  private void addExamples(@Nullable Content content) {
    if (content == null) {
      return;
    }
    content.forEach(
        (type, body) -> {
          if (isJson(type) && body.getExamples() == null && body.getSchema() != null) {
            body.setExample(
                Schemas.example(body.getSchema(), document.getComponents().getSchemas()));
          }
        });
  }

  /** Says that unknown fields are an error, and what null means: in a patch it is a value. */
  private void close(Content content) {
    content.forEach(
        (type, body) -> {
          Schema<?> schema =
              Schemas.resolved(body.getSchema(), document.getComponents().getSchemas());
          if (isJson(type) && schema != null) {
            schema.setAdditionalProperties(Boolean.FALSE);
            if (verb != HttpMethod.PATCH) {
              Schemas.admitNulls(schema);
            }
          }
        });
  }

  /** Lines of JSON are none as a whole. */
  private static boolean isJson(String type) {
    return type.endsWith("/json") || type.endsWith("+json");
  }
}
