package dev.hexdesk.bootstrap.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A verb at a path, as the served OpenAPI document lists them. */
record Operation(String verb, String path) {
  private static final Set<String> VERBS = Set.of("get", "put", "post", "delete", "patch");
  private static final String BASE = "/api/v1";

  /** All operations of the server, in the document's order. */
  static List<Operation> of(TestServer desk) {
    JsonNode paths = desk.asNobody().get("/openapi.json").expect(200).json().path("paths");
    return paths.properties().stream().flatMap(Operation::at).toList();
  }

  private static Stream<Operation> at(Map.Entry<String, JsonNode> path) {
    return path.getValue()
        .propertyStream()
        .map(Map.Entry::getKey)
        .filter(VERBS::contains)
        .map(verb -> new Operation(verb.toUpperCase(Locale.ROOT), belowBase(path.getKey())));
  }

  private static String belowBase(String path) {
    if (!path.startsWith(BASE + "/")) {
      throw new AssertionError("The document has a path outside of the API: " + path);
    }
    return path.substring(BASE.length());
  }

  static Map<String, Set<String>> verbsByPath(TestServer desk) {
    return of(desk).stream()
        .collect(
            Collectors.groupingBy(
                Operation::path, Collectors.mapping(Operation::verb, Collectors.toSet())));
  }

  @Override
  public String toString() {
    return verb + " " + path;
  }
}
