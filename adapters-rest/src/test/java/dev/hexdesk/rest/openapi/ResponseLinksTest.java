package dev.hexdesk.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hexdesk.rest.testing.Operations;
import dev.hexdesk.rest.testing.ServedDocument;
import dev.hexdesk.rest.testing.TestResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResponseLinksTest {
  private static final JsonNode DOCUMENT = TestResponse.json(ServedDocument.json());
  private static final String BODY = "$response.body#";
  private static final String HEADER = "$response.header.";

  /** A link, and the answer that bears it. */
  private record Borne(String from, String name, JsonNode link, JsonNode answer) {
    JsonNode target() {
      return Operations.named(link.path("operationId").asText()).description();
    }

    @Override
    public String toString() {
      return from + " to " + name;
    }
  }

  static List<Borne> links() {
    List<Borne> links = new ArrayList<>();
    for (Operations.Operation operation : Operations.all()) {
      for (JsonNode answer : operation.description().path("responses")) {
        for (Map.Entry<String, JsonNode> link : answer.path("links").properties()) {
          links.add(new Borne(operation.id(), link.getKey(), resolved(link.getValue()), answer));
        }
      }
    }
    return links;
  }

  private static JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? DOCUMENT.at(node.path("$ref").asText().substring(1)) : node;
  }

  private static Set<String> from(String operation) {
    Set<String> names = new TreeSet<>();
    links().stream()
        .filter(link -> link.from().equals(operation))
        .forEach(link -> names.add(link.name()));
    return names;
  }

  @ParameterizedTest
  @MethodSource("links")
  void leadsToAnOperationWithAllThatItNeeds(Borne link) {
    Set<String> known = new TreeSet<>();
    Set<String> needed = new TreeSet<>();
    for (JsonNode parameter : link.target().path("parameters")) {
      known.add(parameter.path("name").asText());
      if (parameter.path("required").asBoolean()) {
        needed.add(parameter.path("name").asText());
      }
    }

    assertThat(link.link().path("parameters").fieldNames())
        .toIterable()
        .isSubsetOf(known)
        .containsAll(needed);
    assertThat(link.link().path("description").asText()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("links")
  void findsItsArgumentsInTheAnswer(Borne link) {
    JsonNode example = link.answer().at("/content/application~1json/example");
    for (JsonNode expression : link.link().path("parameters")) {
      String text = expression.asText();
      if (text.startsWith(HEADER)) {
        assertThat(link.answer().path("headers").has(text.substring(HEADER.length()))).isTrue();
      } else {
        assertThat(text).startsWith(BODY);
        assertThat(example.at(text.substring(BODY.length())).isValueNode()).isTrue();
      }
    }
  }

  @Test
  void leadsFromATicketToAllThatCanBeDoneWithIt() {
    assertThat(from("createTicket"))
        .isEqualTo(from("getTicket"))
        .isEqualTo(from("changeTicket"))
        .containsExactly(
            "addComment",
            "assignTicket",
            "changeTicket",
            "deleteTicket",
            "employeeOfTicket",
            "getTicket",
            "listComments",
            "listTicketHistory",
            "mergeTicket",
            "ownerOfTicket",
            "replaceTicket",
            "showLinks",
            "unassignTicket");
    assertThat(from("addComment"))
        .isEqualTo(from("getComment"))
        .containsExactly("changeComment", "deleteComment", "getComment");
  }

  @Test
  void leadsFromOneKindOfResourceToOthers() {
    assertThat(from("createUser"))
        .contains("setUserPassword", "ticketsAssignedToUser", "ticketsOwnedByUser");
    assertThat(from("createEmployee")).contains("listEmployeeTickets");
    assertThat(from("listTickets")).containsExactly("firstTicket");
    assertThat(from("getMe")).containsExactly("userOfCaller");
  }

  @Test
  void leadsNowhereFromWhatIsGone() {
    assertThat(from("deleteTicket")).isEmpty();
  }
}
