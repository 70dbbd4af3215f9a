package dev.hexdesk.rest.disclosure;

import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.TestResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecurityTxtResourceTest {
  private static final String PATH = "/.well-known/security.txt";
  private static final String CANONICAL = "https://desk.example/.well-known/security.txt";
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-28T19:20:21.123Z"));

  private static Api api(SecurityContact contact) {
    return Api.of(new SecurityTxtResource(contact, CLOCK));
  }

  @Test
  void tellsWhomToTell() {
    TestResponse answer =
        api(new SecurityContact(Optional.of("mailto:security@desk.example"), Optional.empty()))
            .get(PATH)
            .send();

    assertThat(answer)
        .hasStatus(200)
        .hasHeader("Content-Type", "text/plain;charset=utf-8")
        .hasHeader("Cache-Control", "public, max-age=3600");
    assertThat(answer.text())
        .isEqualTo(
            """
            Contact: mailto:security@desk.example
            Expires: 2027-02-26T00:00:00Z
            """);
  }

  @Test
  void saysWhereItBelongs() {
    TestResponse answer =
        api(new SecurityContact(Optional.of("https://desk.example/holes"), Optional.of(CANONICAL)))
            .get(PATH)
            .send();

    assertThat(answer.text().lines())
        .contains("Contact: https://desk.example/holes", "Canonical: " + CANONICAL);
  }

  @Test
  void isNotThereWhereNobodyIsNamed() {
    assertThat(api(new SecurityContact(Optional.empty(), Optional.of(CANONICAL))).get(PATH).send())
        .isProblem(ProblemType.NOT_FOUND);
  }
}
