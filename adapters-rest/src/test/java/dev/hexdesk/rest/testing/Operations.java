package dev.hexdesk.rest.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The operations of the API document, for tests that hold for each of them. */
public final class Operations {
  private static final JsonNode DOCUMENT = TestResponse.json(ServedDocument.json());

  private Operations() {}

  /** One operation, with a body that it takes. */
  public record Operation(String id, String method, String path, JsonNode description) {

    /** The scopes that a narrowed token needs. */
    public List<String> scopes() {
      List<String> scopes = new ArrayList<>();
      description.at("/security/0/oauth2").forEach(scope -> scopes.add(scope.asText()));
      return scopes;
    }

    public boolean isSecured() {
      return !description.path("security").isEmpty();
    }

    /** Whether it reads a body in JSON. */
    public boolean takesJson() {
      return !jsonBody().isMissingNode();
    }

    /** The path with ids filled in. */
    public String target() {
      return path.replace("{id}", "1")
          .replace("{comment_id}", "2")
          .replace("{other}", "2")
          .replace("{code}", "last_admin");
    }

    /** The parameters that must be given, if any, with the first of the values that they take. */
    public String query() {
      List<String> required = new ArrayList<>();
      for (JsonNode parameter : description.path("parameters")) {
        if (parameter.path("in").asText().equals("query")
            && parameter.path("required").asBoolean()) {
          required.add(
              parameter.path("name").asText() + "=" + parameter.at("/schema/enum/0").asText());
        }
      }
      return required.isEmpty() ? "" : "?" + String.join("&", required);
    }

    /** The request as the document's own example has it. */
    public Call on(Api api) {
      Call call = api.call(method, target() + query());
      if (takesJson()) {
        return call.json(new Body(jsonBody().path("example")).toString());
      }
      for (JsonNode example : fileBody().path("examples")) {
        return call.body("text/csv", example.path("value").asText().getBytes(UTF_8));
      }
      return path.endsWith("/token") ? call.form("username=olena&password=x") : call;
    }

    private JsonNode fileBody() {
      return description.at("/requestBody/content/text~1csv");
    }

    private JsonNode jsonBody() {
      return description.at("/requestBody/content/application~1json");
    }

    @Override
    public String toString() {
      return id;
    }
  }

  public static List<Operation> all() {
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : DOCUMENT.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> verb : path.getValue().properties()) {
        operations.add(
            new Operation(
                verb.getValue().path("operationId").asText(),
                verb.getKey().toUpperCase(Locale.ROOT),
                path.getKey(),
                verb.getValue()));
      }
    }
    return operations;
  }

  public static List<Operation> secured() {
    return all().stream().filter(Operation::isSecured).toList();
  }

  public static List<Operation> takingJson() {
    return all().stream().filter(Operation::takesJson).toList();
  }

  /** The paths of the document with ids filled in. */
  public static Set<String> targets() {
    Set<String> targets = new TreeSet<>();
    all().forEach(operation -> targets.add(operation.target()));
    return targets;
  }

  public static Operation named(String id) {
    Optional<Operation> found =
        all().stream().filter(operation -> operation.id().equals(id)).findFirst();
    return found.orElseThrow(() -> new AssertionError("no operation is " + id));
  }
}
