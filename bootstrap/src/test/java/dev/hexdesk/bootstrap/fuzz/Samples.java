package dev.hexdesk.bootstrap.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.rest.testing.TestResponse;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Makes what is good: names that nobody has, and resources that can be changed. */
record Samples(Target target, String token) {
  /** Letters only, as user names have to be. */
  static String username() {
    StringBuilder name = new StringBuilder();
    for (char digit :
        UUID.randomUUID().toString().replace("-", "").substring(0, 14).toCharArray()) {
      name.append((char) ('a' + Character.digit(digit, 16)));
    }
    return name.toString();
  }

  static String phone() {
    return "+380" + ThreadLocalRandom.current().nextLong(10_000_000_000L, 99_999_999_999L);
  }

  long employee() {
    return created(
        "/employees",
        """
        {"first_name": "Zoë", "last_name": "O’Neil", "phone": "%s", "email": "%s@example.org"}
        """
            .formatted(phone(), username()));
  }

  long ticket(long employee) {
    return created(
        "/tickets",
        """
        {"employee_id": %d, "title": "The printer is on fire", "description": "Flames are blue."}
        """
            .formatted(employee));
  }

  long comment(long ticket) {
    return created(
        "/tickets/" + ticket + "/comments",
        """
        {"body": "The toner is on its way.", "visibility": "public"}
        """);
  }

  private long created(String path, String body) {
    TestResponse answer =
        target.send(token, "POST", path, "application/json", body.getBytes(StandardCharsets.UTF_8));
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    return answer.json().path("id").longValue();
  }
}
