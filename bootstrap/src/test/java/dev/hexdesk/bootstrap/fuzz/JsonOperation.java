package dev.hexdesk.bootstrap.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hexdesk.rest.http.ApiPaths;
import dev.hexdesk.rest.testing.TestResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** An operation that takes JSON, as the API document describes it with an example. */
record JsonOperation(String id, String method, String path, List<String> types, JsonNode content) {
  /** What has to be another one in each request, or one that is there. */
  private static final Map<String, String> OWN =
      Map.of(
          "username", "\"{username}\"",
          "phone", "\"{phone}\"",
          "email", "\"{username}@example.org\"",
          "current_password", "\"{password}\"",
          "employee_id", "{employee}",
          "assignee_id", "{user}",
          "into", "{ticket}",
          "confirmation_token", "null",
          "operations",
              """
              [{"op": "update", "id": {ticket}, "if_match": "*", "changes": {"priority": "high"}}]\
              """,
          "user_id", "{user}");

  static List<JsonOperation> all() {
    List<JsonOperation> all = new ArrayList<>();
    TestResponse.json(Target.DOCUMENT)
        .path("paths")
        .forEachEntry(
            (path, verbs) ->
                verbs.forEachEntry(
                    (verb, operation) -> {
                      JsonNode content = operation.at("/requestBody/content");
                      if (content.has("application/json")) {
                        all.add(of(path, verb, operation, content));
                      }
                    }));
    return all;
  }

  private static JsonOperation of(String path, String verb, JsonNode operation, JsonNode content) {
    List<String> types = new ArrayList<>();
    content.fieldNames().forEachRemaining(types::add);
    return new JsonOperation(
        operation.path("operationId").asText(),
        verb.toUpperCase(Locale.ROOT),
        path.substring(ApiPaths.BASE.length()),
        types,
        content.path("application/json"));
  }

  /** A good body; what is in braces is to be filled in. */
  Members good() {
    return new Members(
        Members.of(content.path("example")).list().stream()
            .map(member -> member.with(OWN.getOrDefault(member.name(), member.value())))
            .toList());
  }

  /** What is wrong with a body by the document. */
  List<String> faultsOf(JsonNode body) {
    return Target.CONTRACT.errorsOf(body, content.at("/schema/$ref").asText().substring(1));
  }

  boolean creates() {
    return method.equals("POST");
  }

  @Override
  public String toString() {
    return id;
  }
}
