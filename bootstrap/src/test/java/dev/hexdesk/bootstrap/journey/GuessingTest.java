package dev.hexdesk.bootstrap.journey;

import static dev.hexdesk.bootstrap.journey.ProxiedServer.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What somebody meets at the running server who guesses passwords. */
@Timeout(120)
class GuessingTest {
  private static ProxiedServer guarded;
  private static TestServer desk;

  @BeforeAll
  static void start() throws Exception {
    guarded =
        ProxiedServer.start(
            "firstWait: 1m",
            "firstWait: 5s",
            Installation.DEFAULT_MEMORY_OF_A_HASH,
            "memoryKibibytes: 256");
    desk = guarded.desk();
  }

  @AfterAll
  static void stop() throws Exception {
    guarded.close();
  }

  @Test
  void tenFailuresLockAUserForAWhile() {
    String home = "192.0.2.1";
    Person user = desk.given().user("support");
    ServerResponse wrong = guarded.login(home, user.username(), WRONG);
    for (int n = 1; n < 10; n++) {
      guarded.login("192.0.2.1" + n, user.username(), WRONG).expectTokenError("invalid_grant");
    }

    ServerResponse locked = guarded.login(home, user.username(), user.password());
    ServerResponse unknown = guarded.login(home, "nobodyx", user.password());

    assertThat(locked.body()).isEqualTo(wrong.body()).isEqualTo(unknown.body());
    assertThat(headers(locked)).isEqualTo(headers(wrong)).isEqualTo(headers(unknown));
    desk.as(user).get("/me").expect(200);
    awaitLogin(user);
  }

  @Test
  void whoGuessesElsewhereDoesNotLockOutTheOwner() {
    String home = "2001:db8:7:7::1";
    Person user = desk.given().user("support");
    guarded.login(home, user.username(), user.password()).expect(200);
    for (int n = 1; n <= 10; n++) {
      guarded.login("203.0.113.1" + n, user.username(), WRONG).expectTokenError("invalid_grant");
    }

    ServerResponse locked = guarded.login("203.0.113.200", user.username(), user.password());
    locked.expectTokenError("invalid_grant");
    ServerResponse wrong = guarded.login(home, user.username(), WRONG);
    assertThat(wrong.body()).isEqualTo(locked.body());
    assertThat(headers(wrong)).isEqualTo(headers(locked));
    guarded.login("2001:db8:7:7::2", user.username(), user.password()).expect(200);
    guarded
        .login("2001:db8:7:8::1", user.username(), user.password())
        .expectTokenError("invalid_grant");
  }

  @Test
  void whoGuessesFromWhereTheOwnerLogsInIsLimitedThere() {
    Person user = desk.given().user("support");
    guarded.login("203.0.113.7", user.username(), user.password()).expect(200);
    for (int n = 0; n < 10; n++) {
      guarded.login("203.0.113.7", user.username(), WRONG).expectTokenError("invalid_grant");
    }

    guarded
        .login("203.0.113.7", user.username(), user.password())
        .expectTokenError("invalid_grant");
    guarded.login("203.0.113.8", user.username(), user.password()).expect(200);
  }

  /** From another address each time, for what is refused counts as a failure of an address. */
  private static void awaitLogin(Person user) {
    Instant deadline = Instant.now().plus(Duration.ofSeconds(60));
    int tries = 0;
    String address = "10.0.0.0";
    while (guarded.login(address, user.username(), user.password()).status() != 200) {
      assertThat(Instant.now()).as("the lock ends").isBefore(deadline);
      tries++;
      address = "10.0." + tries / 256 + "." + tries % 256;
    }
  }

  @Test
  void aHundredGuessesAtOnceLockToo() {
    Person user = desk.given().user("support");

    List<ServerResponse> answers =
        Together.all(100, n -> guarded.login("198.51.100." + n, user.username(), WRONG));

    answers.forEach(answer -> answer.expectTokenError("invalid_grant"));
    guarded.login("192.0.2.2", user.username(), user.password()).expectTokenError("invalid_grant");
  }

  @Test
  void rightPasswordsAtOnceAreAllTaken() {
    Person user = desk.given().user("support");

    Together.all(40, n -> guarded.login("192.0.2.3", user.username(), user.password()))
        .forEach(answer -> answer.expect(200));
  }

  @Test
  void anAdministratorEndsALockByANewPassword() {
    Person user = desk.given().user("support");
    for (int n = 0; n < 10; n++) {
      guarded.login("192.0.2.4", user.username(), WRONG);
    }

    desk.as(desk.given().admin())
        .put("/users/" + user.id() + "/password", Json.object("new_password", "N3wS3cret!"))
        .expect(204);

    guarded.login("192.0.2.4", user.username(), "N3wS3cret!").expect(200);
  }

  @Test
  void aHundredFailuresEndAllLoginsFromAnAddress() {
    String cafe = "203.0.113.5";
    Person user = desk.given().user("support");
    Together.all(100, n -> guarded.login(cafe, "guess" + (char) ('a' + n % 26), WRONG))
        .forEach(answer -> answer.expectTokenError("invalid_grant"));

    ServerResponse refused = guarded.login(cafe, user.username(), user.password()).expect(429);

    assertThat(refused.json().path("error").textValue()).isEqualTo("temporarily_unavailable");
    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 600);
    guarded.login("6.6.6.6, " + cafe, user.username(), user.password()).expect(429);
    guarded.login("203.0.113.6", user.username(), user.password()).expect(200);
    desk.as(user).with("X-Forwarded-For", cafe).get("/me").expect(200);
  }

  @Test
  void theOwnPasswordCanNotBeGuessedEither() {
    Person user = desk.given().user("support");
    JsonNode guess = Json.object("current_password", WRONG).put("new_password", "N3wS3cret!");
    for (int n = 0; n < 10; n++) {
      desk.as(user).put("/me/password", guess).expectProblem(403, "wrong_password");
    }

    ServerResponse refused =
        desk.as(user).put("/me/password", guess).expectProblem(429, "too_many_requests");

    assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 5);
    guarded.login("192.0.2.6", user.username(), user.password()).expect(200);
  }

  private static Map<String, List<String>> headers(ServerResponse answer) {
    Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
    headers.keySet().removeAll(List.of("date", "x-request-id"));
    return headers;
  }
}
