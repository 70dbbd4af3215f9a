package dev.hexdesk.bootstrap.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hexdesk.bootstrap.config.Configurations;
import dev.hexdesk.bootstrap.wiring.ApiDescription;
import dev.hexdesk.rest.openapi.DocumentTexts;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Shows that the comparison catches what breaks clients, and nothing else. */
final class ApiChangesTest {
  private static final ObjectNode BEFORE =
      ApiChanges.read(DocumentTexts.yaml(ApiDescription.of(Configurations.defaults())));

  /** Something that was done to the document. */
  private record Change(String name, Consumer<ObjectNode> made) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Change> guilty() {
    return Stream.of(
        new Change(
            "an operation is removed", api -> object(api, "paths", "/api/v1/users").remove("get")),
        new Change("a path is removed", api -> object(api, "paths").remove("/api/v1/status")),
        new Change(
            "a field of an answer is removed", api -> properties(api, "Ticket").remove("priority")),
        new Change(
            "a field of an answer may be missing",
            api -> drop(required(api, "Ticket"), "priority")),
        new Change(
            "a field of an answer may be null",
            api -> retype(field(api, "Ticket", "title"), "string", "null")),
        new Change(
            "a field of an answer has another type",
            api -> retype(field(api, "Ticket", "id"), "string")),
        new Change("an answer has a value more", api -> values(api, "TicketStatus").add("waiting")),
        new Change(
            "a request needs a field more", api -> required(api, "TicketInput").add("priority")),
        new Change(
            "a request has a field less", api -> properties(api, "TicketInput").remove("priority")),
        new Change(
            "a request has a value less", api -> drop(values(api, "TicketPriority"), "urgent")),
        new Change(
            "a request may not have null",
            api -> retype(field(api, "TicketInput", "assignee_id"), "integer")),
        new Change(
            "a request has shorter text",
            api -> field(api, "TicketInput", "title").put("maxLength", 20)),
        new Change(
            "a parameter is removed", api -> parameters(api).remove(indexOf(parameters(api), "q"))),
        new Change(
            "a parameter must be given",
            api ->
                ((ObjectNode) parameters(api).get(indexOf(parameters(api), "q")))
                    .put("required", true)),
        new Change(
            "a parameter has another type",
            api ->
                retype(
                    object(parameters(api).get(indexOf(parameters(api), "q")), "schema"),
                    "integer")),
        new Change(
            "a form is no more taken",
            api ->
                object(api, "paths", "/api/v1/tickets/{id}", "patch", "requestBody", "content")
                    .remove("application/merge-patch+json")),
        new Change(
            "a success is no more",
            api -> object(api, "paths", "/api/v1/tickets", "post", "responses").remove("201")),
        new Change("another scope is needed", api -> security(api).add("tickets:read")));
  }

  static Stream<Change> innocent() {
    return Stream.of(
        new Change("nothing", api -> {}),
        new Change(
            "an operation more",
            api ->
                object(api, "paths")
                    .set("/api/v1/news", object(api, "paths", "/api/v1/status").deepCopy())),
        new Change(
            "an answer has a field more",
            api -> properties(api, "Ticket").putObject("color").put("type", "string")),
        new Change(
            "a request may have a field more",
            api -> properties(api, "TicketInput").putObject("color").put("type", "string")),
        new Change(
            "a request has longer text",
            api -> field(api, "TicketInput", "title").put("maxLength", 500)),
        new Change(
            "a parameter more",
            api ->
                parameters(api)
                    .addObject()
                    .put("name", "color")
                    .put("in", "query")
                    .putObject("schema")
                    .put("type", "string")),
        new Change(
            "other words",
            api ->
                object(api, "paths", "/api/v1/tickets", "post").put("summary", "Open a ticket")));
  }

  @ParameterizedTest
  @MethodSource("guilty")
  void catchesWhatBreaksClients(Change change) {
    ObjectNode after = BEFORE.deepCopy();
    change.made().accept(after);

    assertThat(after).isNotEqualTo(BEFORE);
    assertThat(ApiChanges.breaking(BEFORE, after)).isPresent();
  }

  @ParameterizedTest
  @MethodSource("innocent")
  void letsTheRestPass(Change change) {
    ObjectNode after = BEFORE.deepCopy();
    change.made().accept(after);

    assertThat(ApiChanges.breaking(BEFORE, after)).isEmpty();
  }

  @Test
  void saysWhatBreaks() {
    ObjectNode after = BEFORE.deepCopy();
    object(after, "paths", "/api/v1/users").remove("get");

    assertThat(ApiChanges.breaking(BEFORE, after))
        .get()
        .asString()
        .contains("GET", "/api/v1/users");
  }

  private static ObjectNode object(JsonNode from, String... path) {
    return (ObjectNode) Arrays.stream(path).reduce(from, JsonNode::path, (one, other) -> other);
  }

  private static ObjectNode schema(JsonNode api, String name) {
    return object(api, "components", "schemas", name);
  }

  private static ObjectNode properties(JsonNode api, String schema) {
    return object(schema(api, schema), "properties");
  }

  private static ObjectNode field(JsonNode api, String schema, String name) {
    return object(properties(api, schema), name);
  }

  private static ArrayNode required(JsonNode api, String schema) {
    return (ArrayNode) schema(api, schema).path("required");
  }

  private static ArrayNode values(JsonNode api, String schema) {
    return (ArrayNode) schema(api, schema).path("enum");
  }

  private static ArrayNode parameters(JsonNode api) {
    return (ArrayNode) object(api, "paths", "/api/v1/users", "get").path("parameters");
  }

  private static ArrayNode security(JsonNode api) {
    return (ArrayNode) object(api, "paths", "/api/v1/users", "get").at("/security/0/oauth2");
  }

  private static int indexOf(ArrayNode parameters, String name) {
    return IntStream.range(0, parameters.size())
        .filter(i -> parameters.get(i).path("name").asText().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void drop(ArrayNode values, String value) {
    values.remove(
        IntStream.range(0, values.size())
            .filter(i -> values.get(i).asText().equals(value))
            .findFirst()
            .orElseThrow());
  }

  private static void retype(ObjectNode schema, String... types) {
    schema.remove("type");
    if (types.length == 1) {
      schema.put("type", types[0]);
    } else {
      ArrayNode all = schema.putArray("type");
      Arrays.stream(types).forEach(all::add);
    }
  }
}
