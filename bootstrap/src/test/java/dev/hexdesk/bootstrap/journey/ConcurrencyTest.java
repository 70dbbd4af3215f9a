package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many at once, each of whom must be told the truth. */
class ConcurrencyTest extends Journey {
  private static final int CREATORS = 50;
  private static final int WRITERS = 100;

  @Test
  void ofFiftyWhoCreateOneUserNameInAnySpellingOneDoes() {
    String name = "fish" + ServerFixture.username().substring(4);
    String wide =
        name.codePoints()
            .map(letter -> letter - 'a' + 'ａ')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    List<String> spellings =
        List.of(
            name,
            name.toUpperCase(Locale.ROOT),
            wide,
            wide.toUpperCase(Locale.ROOT),
            "ﬁ" + name.substring(2));

    List<ServerResponse> answers =
        Together.all(
            CREATORS,
            n ->
                persistently(
                    () ->
                        as(admin)
                            .post(
                                "/users",
                                ServerFixture.userBody()
                                    .put("username", spellings.get(n % spellings.size())))));

    assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> answer.status() != 201)
        .hasSize(CREATORS - 1)
        .allSatisfy(
            answer ->
                assertThat(answer.expectProblem(409, "already_exists").text("field"))
                    .isEqualTo("username"));
    assertThat(as(admin).get("/users?username=" + name).ids()).hasSize(1);
    desk.token(wide, Installation.PASSWORD).expect(200);
  }

  /** Asks again for as long as the server says that it is saturated. */
  private static ServerResponse persistently(Supplier<ServerResponse> asking) {
    while (true) {
      ServerResponse answer = asking.get();
      if (answer.status() != 503) {
        return answer;
      }
      assertThat(answer.expectProblem(503, "unavailable").header("Retry-After")).matches("\\d+");
    }
  }

  @Test
  void ofAHundredWhoWriteOneTicketNobodyIsLost() {
    String path = "/tickets/" + given.ticket(admin);
    as(admin).patch(path, Json.object("description", "start")).expect(200);

    Together.all(WRITERS, n -> append(path, "writer " + n));

    assertThat(as(admin).get(path).text("description").lines().skip(1))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, WRITERS).mapToObj(n -> "writer " + n).toList());
  }

  /** As a client does it: read, change, write if nobody else did, else anew. */
  private int append(String path, String line) {
    for (int attempt = 1; ; attempt++) {
      ServerResponse read = persistently(() -> as(admin).get(path)).expect(200);
      ObjectNode change = Json.object("description", read.text("description") + "\n" + line);
      ServerResponse written =
          persistently(() -> as(admin).with("If-Match", read.etag()).patch(path, change));
      if (written.status() == 200) {
        return attempt;
      }
      written.expectProblem(412, "precondition_failed");
    }
  }

  @Test
  void aUserIsDeletedOrGivenATicketButNeverBoth() {
    for (int round = 0; round < 10; round++) {
      Person leaving = given.user("support");
      String ticket = "/tickets/" + given.ticket(admin);

      List<ServerResponse> answers =
          Together.all(
              List.of(
                  () -> as(admin).delete("/users/" + leaving.id()),
                  () -> as(admin).patch(ticket, Json.object().put("assignee_id", leaving.id()))));

      boolean deleted = answers.getFirst().status() == 204;
      if (deleted) {
        answers.getLast().expectProblem(422, "validation_failed");
      } else {
        answers.getFirst().expectProblem(409, "in_use");
        answers.getLast().expect(200);
      }
      as(admin).get("/users/" + leaving.id()).expect(deleted ? 404 : 200);
    }
  }
}
