package dev.hexdesk.bootstrap.fuzz;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.hexdesk.bootstrap.journey.Person;
import dev.hexdesk.bootstrap.journey.TestServer;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.InstantParser;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.WellFormed;
import dev.hexdesk.domain.ticket.Tag;
import dev.hexdesk.rest.testing.Body;
import dev.hexdesk.rest.testing.TestResponse;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What operations work on: resources that are there, and names that nobody has. */
final class FuzzResources {
  private static final Set<String> PASSWORDS =
      Set.of("password", "new_password", "current_password");

  private static final Map<String, String> STORED_AS = Map.of("user_id", "assignee_id");

  private final TestServer desk;
  private final Target target;
  private final Person admin;
  private final Samples samples;
  private final long employee;

  /** For each operation on a user one of its own, as hashing passwords takes its time. */
  private final Map<String, Person> users = new HashMap<>();

  FuzzResources(TestServer desk) {
    this.desk = desk;
    target = Target.of(desk);
    admin = desk.given().user("admin");
    samples = new Samples(target, admin.token());
    employee = samples.employee();
  }

  /** One request's part of the scene. */
  record Stage(
      FuzzResources scene, JsonOperation operation, String path, Person caller, Person user) {

    String fill(String body) {
      return body.replace("{username}", Samples.username())
          .replace("{phone}", Samples.phone())
          .replace("{password}", escaped(caller.password()))
          .replace("{ticket}", body.contains("{ticket}") ? scene.anotherTicket() : "")
          .replace("{employee}", Long.toString(scene.employee))
          .replace("{user}", Long.toString(scene.admin.id()));
    }

    private static String escaped(String text) {
      String literal = new Body(TextNode.valueOf(text)).toString();
      return literal.substring(1, literal.length() - 1);
    }

    /** Holds what was accepted against the document, and against what is there now. */
    void compare(JsonNode sent, TestResponse accepted) {
      assertThat(operation.faultsOf(inOneForm(sent))).as("%s took %s", accepted, sent).isEmpty();
      if (path.endsWith("/erasure")) {
        return; // without a token nothing is done
      }
      if (path.endsWith("/password")) {
        scene.renew(this, sent.path("new_password").textValue());
        return;
      }
      if (path.matches(".*/(bulk|merge|links/[0-9]+)")) {
        return; // what was sent shows on other resources, if at all
      }
      String place =
          path.endsWith("/assignee")
              ? path.substring(0, path.lastIndexOf('/'))
              : operation.creates() ? path + "/" + accepted.json().path("id") : path;
      JsonNode stored = scene.target.get(scene.admin.token(), place).json();
      inOneForm(sent).properties().stream()
          .filter(member -> !PASSWORDS.contains(member.getKey()))
          .forEach(
              member ->
                  assertThat(
                          isSame(
                              member.getKey(),
                              member.getValue(),
                              stored.path(
                                  STORED_AS.getOrDefault(member.getKey(), member.getKey()))))
                      .as("%s: sent %s, stored %s", accepted, member, stored)
                      .isTrue());
    }

    private boolean isSame(String name, JsonNode sent, JsonNode stored) {
      if (sent.isNumber()) {
        return stored.isNumber() && decimal(sent).compareTo(decimal(stored)) == 0;
      }
      return switch (name) {
        // Without an order.
        case "roles" ->
            elements(sent).equals(elements(stored)) || sent.isNull() && stored.isEmpty();
        case "tags" -> tags(sent).equals(tags(stored)) || sent.isNull() && stored.isEmpty();
        case "due_at" ->
            sent.isNull()
                ? stored.isNull()
                : Instant.parse(stored.textValue())
                    .equals(
                        InstantParser.parse(sent.textValue())
                            .orElseThrow()
                            .toInstant()
                            .truncatedTo(ChronoUnit.MILLIS));
        // Left out, there is a default.
        case "status", "priority", "disabled", "login_denied" ->
            sent.equals(stored) || sent.isNull() && !stored.isNull();
        // However it is written.
        case "phone" -> sent.isNull() ? stored.isNull() : dialled(sent).equals(stored.asText());
        default -> sent.equals(stored);
      };
    }

    private static String dialled(JsonNode phone) {
      return phone.asText().replaceAll("[^+0-9]", "");
    }

    private static BigDecimal decimal(JsonNode number) {
      return new BigDecimal(number.asText());
    }

    private static Set<JsonNode> elements(JsonNode array) {
      Set<JsonNode> elements = new HashSet<>();
      array.forEach(elements::add);
      return elements;
    }

    private static Set<Tag> tags(JsonNode array) {
      return elements(array).stream()
          .map(tag -> new Tag(tag.textValue()))
          .collect(Collectors.toSet());
    }

    /**
     * Names, addresses and instants are normalized before anything else; the document speaks of
     * what comes out.
     */
    private static JsonNode inOneForm(JsonNode sent) {
      ObjectNode form = sent.deepCopy();
      if (form.path("username").isTextual()) {
        form.put(
            "username", Normalizer.normalize(form.get("username").asText(), Normalizer.Form.NFKC));
      }
      if (form.path("phone").isTextual()) {
        form.put(
            "phone",
            form.get("phone").asText().replaceAll("[\\p{IsWhite_Space}\\p{Cf}]+", " ").strip());
      }
      if (form.path("phone_extension").isTextual()) {
        form.put("phone_extension", form.get("phone_extension").asText().strip());
      }
      if (form.path("email").isTextual()) {
        form.put("email", EmailAddress.normalized(form.get("email").asText()));
      }
      if (form.path("due_at").isTextual()) {
        InstantParser.parse(form.get("due_at").asText())
            .ifPresent(it -> form.put("due_at", it.format(ISO_OFFSET_DATE_TIME)));
      }
      for (String name : List.of("country", "city", "address", "birthday")) {
        if (form.path(name).isTextual()) {
          form.put(name, WellFormed.line(form.get(name).asText()));
        }
      }
      for (String name : List.of("first_name", "last_name", "nick_name")) {
        if (form.path(name).isTextual()) {
          String normalized = PersonName.normalized(form.get(name).asText());
          form.put(name, normalized.isEmpty() ? null : normalized);
        }
      }
      return form;
    }
  }

  Stage set(JsonOperation operation) {
    if (operation.path().startsWith("/me/")) {
      Person own = users.computeIfAbsent(operation.id(), id -> desk.given().user("support"));
      return new Stage(this, operation, operation.path(), own, own);
    }
    Person user =
        operation.path().startsWith("/users/{id}")
            ? users.computeIfAbsent(operation.id(), id -> desk.given().user("manager"))
            : admin;
    long id = id(operation, user);
    String path = operation.path().replace("{id}", Long.toString(id));
    if (path.contains("{comment_id}")) {
      path = path.replace("{comment_id}", Long.toString(samples.comment(id)));
    }
    if (path.contains("{other}")) {
      path = path.replace("{other}", Long.toString(samples.ticket(employee)));
    }
    return new Stage(this, operation, path, admin, user);
  }

  private String anotherTicket() {
    return Long.toString(samples.ticket(employee));
  }

  private long id(JsonOperation operation, Person user) {
    return switch (operation.path().split("/")[1]) {
      case "users" -> user.id();
      case "employees" -> employee;
      case "tickets" -> operation.path().contains("{id}") ? samples.ticket(employee) : 0;
      default -> throw new AssertionError("The fuzzer has nothing to put into " + operation.path());
    };
  }

  TestResponse send(Stage stage, String method, String type, byte[] body) {
    TestResponse answer = target.send(stage.caller().token(), method, stage.path(), type, body);
    if (answer.status() == 403) {
      // Who guesses too often gets no answer any more, so somebody else goes on.
      users.remove(stage.operation().id());
    }
    return answer;
  }

  /** Who has another password now can log in with that one. */
  private void renew(Stage stage, String password) {
    String form =
        "username="
            + stage.user().username()
            + "&password="
            + URLEncoder.encode(password, StandardCharsets.UTF_8);
    TestResponse login =
        target.send(
            "",
            "POST",
            "/token",
            "application/x-www-form-urlencoded",
            form.getBytes(StandardCharsets.UTF_8));
    assertThat(login.status()).as("%s", login).isEqualTo(200);
    Person before = stage.user();
    String token = login.json().path("access_token").asText();
    users.put(stage.operation().id(), new Person(before.id(), before.username(), password, token));
  }
}
