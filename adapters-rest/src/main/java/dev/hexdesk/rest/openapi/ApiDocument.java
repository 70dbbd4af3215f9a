package dev.hexdesk.rest.openapi;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.problem.Problem;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.integration.SwaggerConfiguration;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.OAuthFlow;
import io.swagger.v3.oas.models.security.OAuthFlows;
import io.swagger.v3.oas.models.security.Scopes;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * Builds the OpenAPI 3.1 document from the resources themselves and the operator's limits and
 * texts.
 */
public final class ApiDocument {
  static final String SECURITY_SCHEME = "oauth2";

  private final Set<Class<?>> resources;
  private final FieldRules rules;
  private final OperatorTexts texts;
  private final String version;

  public ApiDocument(
      Set<Class<?>> resources, FieldRules rules, OperatorTexts texts, String version) {
    this.resources = resources;
    this.rules = rules;
    this.texts = texts;
    this.version = version;
  }

  public OpenAPI build() {
    ObjectMapper mapper =
        Json31.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    ModelConverters converters = ModelConverters.getInstance(true);
    converters.addConverter(new ModelResolver(mapper).openapi31(true));
    converters.addConverter(new SchemaTypes(mapper));
    OpenAPI document =
        new ResourceReader(new SwaggerConfiguration().openAPI31(true).openAPI(frame()))
            .read(resources);
    Map<String, Method> methods = methodsByOperation();
    describeAnswers(document, methods, converters);
    addProblemSchemas(document, converters);
    ResponseHeaders.addTo(document.getComponents());
    new RequestFields(rules, converters).applyTo(document, resources);
    rules.applyTo(document);
    SchemaLimits.applyTo(document);
    finishOperations(document, methods);
    new ResponseLinks(document).add();
    new SparseSchemas(document).add();
    SharedValues.name(document);
    document.setPaths(sorted(document));
    document.getComponents().setSchemas(new TreeMap<>(document.getComponents().getSchemas()));
    return document;
  }

  private OpenAPI frame() {
    Info info =
        new Info()
            .title(texts.title())
            .version(version)
            .description(texts.description())
            .license(new License().name(texts.licenceName()).url(texts.licenceUrl()));
    if (texts.contactName().isPresent()
        || texts.contactUrl().isPresent()
        || texts.contactEmail().isPresent()) {
      Contact contact = new Contact();
      texts.contactName().ifPresent(contact::name);
      texts.contactUrl().ifPresent(contact::url);
      texts.contactEmail().ifPresent(contact::email);
      info.contact(contact);
    }
    return new OpenAPI()
        .openapi("3.1.0")
        .info(info)
        .servers(List.of(server()))
        .tags(
            List.of(
                tag("Authentication", "Tokens, and the caller's own user. Open to every role."),
                tag("Users", "The staff of the support department."),
                tag("Employees", "The people whom the department supports."),
                tag("Tickets", "The work itself."),
                tag("Comments", "What is said about tickets."),
                tag("Documentation", "What the API says of itself.")))
        .components(new Components().addSecuritySchemes(SECURITY_SCHEME, passwordFlow()));
  }

  /**
   * Whoever can reach the server can see the document, so there is nothing to keep from anybody.
   */
  private static Server server() {
    Server server = new Server().url("/").description("The server that serves this document");
    server.addExtension("x-internal", false);
    return server;
  }

  private static Tag tag(String name, String description) {
    return new Tag().name(name).description(description);
  }

  private static SecurityScheme passwordFlow() {
    Scopes scopes = new Scopes();
    for (Scope scope : Scope.values()) {
      scopes.addString(scope.code(), scope.meaning());
    }
    return new SecurityScheme()
        .type(SecurityScheme.Type.OAUTH2)
        .description(
            "Log in with user name and password. Scopes are optional: without any, the token has"
                + " all that the user's roles grant. Tokens are JWTs, made and checked as RFC8725"
                + " advises, and expire.")
        .flows(new OAuthFlows().password(new OAuthFlow().tokenUrl(ApiPaths.TOKEN).scopes(scopes)));
  }

  private static void addProblemSchemas(OpenAPI document, ModelConverters converters) {
    Map<String, Schema> schemas = document.getComponents().getSchemas();
    converters.readAll(Problem.class).forEach(schemas::put);
  }

  private static void describeAnswers(
      OpenAPI document, Map<String, Method> methods, ModelConverters converters) {
    AnswerDocs answers = new AnswerDocs(converters, document.getComponents());
    document.getPaths().values().stream()
        .flatMap(item -> item.readOperations().stream())
        .forEach(operation -> answers.addTo(operation, method(methods, operation)));
  }

  private static void finishOperations(OpenAPI document, Map<String, Method> methods) {
    document
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (verb, operation) ->
                            new OperationCustomizer(
                                    document, path, verb, operation, method(methods, operation))
                                .run()));
  }

  private static Method method(Map<String, Method> methods, Operation operation) {
    return Objects.requireNonNull(
        methods.get(operation.getOperationId()), operation.getOperationId());
  }

  /** Operations are called as the methods are that carry them out. */
  private Map<String, Method> methodsByOperation() {
    Map<String, Method> methods = new LinkedHashMap<>();
    for (Class<?> resource : resources) {
      for (Method method : resource.getDeclaredMethods()) {
        if (method.isAnnotationPresent(io.swagger.v3.oas.annotations.Operation.class)
            && methods.put(method.getName(), method) != null) {
          throw new IllegalStateException("two operations are " + method.getName());
        }
      }
    }
    return methods;
  }

  private static io.swagger.v3.oas.models.Paths sorted(OpenAPI document) {
    io.swagger.v3.oas.models.Paths paths = new io.swagger.v3.oas.models.Paths();
    new TreeMap<>(document.getPaths()).forEach(paths::addPathItem);
    return paths;
  }
}
