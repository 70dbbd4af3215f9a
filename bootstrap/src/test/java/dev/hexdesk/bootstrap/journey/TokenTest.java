package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in by the password grant (RFC 6749). */
class TokenTest extends Journey {
  private static final String FORM = "application/x-www-form-urlencoded";

  private ServerResponse ask(String form) {
    return desk.asNobody().postForm("/token", form);
  }

  @Test
  void givesABearerTokenThatSaysHowLongItLasts() {
    Person support = given.user("support");

    ServerResponse answer =
        desk.asNobody()
            .postForm(
                "/token",
                Map.of(
                    "grant_type",
                    "password",
                    "username",
                    support.username(),
                    "password",
                    support.password()))
            .expect(200);

    assertThat(answer.fieldNames())
        .containsExactlyInAnyOrder("access_token", "token_type", "expires_in", "scope");
    assertThat(answer.text("token_type")).isEqualTo("bearer");
    assertThat(answer.json().path("expires_in").longValue()).isEqualTo(3600);
    assertThat(answer.text("scope").split(" "))
        .containsExactlyInAnyOrder(
            "employees:read", "tickets:read", "tickets:write", "comments:internal");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    desk.asNobody()
        .with("Authorization", "bearer " + answer.text("access_token"))
        .get("/me")
        .expect(200);
  }

  @Test
  void takesTheUserNameInAnyLetterCase() {
    Person support = given.user("support");

    desk.token(support.username().toUpperCase(Locale.ROOT), support.password()).expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s ", "\t%s", "%s\u200b", " \u00a0%s\u3000", "\ufeff%s\r\n", "%s\ufe0f"})
  void takesTheUserNameWithWhatAKeyboardOrClipboardAdds(String typed) {
    Person support = given.user("support");

    desk.token(typed.formatted(support.username()), support.password()).expect(200);
  }

  @Test
  void takesAPasswordHoweverItsLettersAreComposed() {
    Person support = given.user("support");
    as(given.user("admin"))
        .put(
            "/users/" + support.id() + "/password", Json.object("new_password", "Gr\u00fcn#Horse7"))
        .expect(204);

    desk.token(support.username(), "Gru\u0308n#Horse7").expect(200);
    desk.token(support.username(), "Gr\u00fcn#Horse7").expect(200);
    desk.token(support.username(), "Grun#Horse7").expectTokenError("invalid_grant");
  }

  @Test
  void saysTheSameOfAWrongNameAndAWrongPassword() {
    Person support = given.user("support");

    List<String> refusals =
        Stream.of(
                desk.token(support.username(), "Wrong#Horse7"),
                desk.token(support.username(), support.password() + " "),
                desk.token(ServerFixture.username(), support.password()),
                desk.token("no name, surely", support.password()))
            .map(answer -> answer.expectTokenError("invalid_grant").text())
            .toList();

    assertThat(refusals).containsOnly(refusals.getFirst());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "username=admin",
        "password=Passw0rd!x",
        "username=&password=Passw0rd!x",
        "username=admin&password=Passw0rd!x&username=admin",
        "username=admin&password=Passw0rd!x&scope=users:read&scope=users:read",
        "username=admin&password=%ff",
        "username=admin&password=%zz",
        "username=admin&password=a%00b"
      })
  void refusesAFormThatCannotBeUnderstood(String form) {
    ask(form).expectTokenError("invalid_request");
  }

  @Test
  void refusesOtherGrantsAndUnknownScopes() {
    String credentials = "username=admin&password=Passw0rd!x";
    ask("grant_type=client_credentials&" + credentials).expectTokenError("unsupported_grant_type");
    ask("grant_type=authorization_code").expectTokenError("unsupported_grant_type");
    ask(credentials + "&scope=users:read+everything").expectTokenError("invalid_scope");
    ask(credentials + "&scope=USERS:READ").expectTokenError("invalid_scope");
  }

  @Test
  void refusesWhatIsNoFormByTheShapeOfRfc6749() {
    ServerResponse json =
        desk.asNobody().post("/token", Json.object("username", "admin")).expect(415);
    assertThat(json.text("error")).isEqualTo("invalid_request");
    ServerResponse get =
        desk.asNobody().get("/token?username=admin&password=Passw0rd!x").expect(405);
    assertThat(get.text("error")).isEqualTo("invalid_request");
    assertThat(get.header("Allow")).contains("POST");
    ServerResponse query =
        desk.asNobody()
            .with("Content-Type", FORM)
            .send("POST", "/token?username=admin&password=Passw0rd!x", "")
            .expect(400);
    assertThat(query.text("error")).isEqualTo("invalid_request");
    ServerResponse large = ask("username=admin&password=" + "x".repeat(1 << 20)).expect(413);
    assertThat(large.text("error")).isEqualTo("invalid_request");
  }

  @Test
  void isRefusedWhenAlteredOrOfNoKind() {
    String token = given.support().token();
    for (String wrong :
        List.of(
            "x",
            token + "x",
            token.substring(0, token.length() - 2),
            token.substring(0, token.lastIndexOf('.') + 1),
            CallerKind.expiredToken(desk, given.support()))) {
      ServerResponse refused =
          as(given.support().bearing(wrong)).get("/me").expectProblem(401, "invalid_token");
      assertThat(refused.header("WWW-Authenticate"))
          .isEqualTo("Bearer realm=\"hexdesk\", error=\"invalid_token\"");
    }
    desk.asNobody().get("/me?access_token=" + token).expectProblem(401, "unauthenticated");
    desk.asNobody()
        .with("Authorization", "Basic YWRtaW46UGFzc3cwcmQheA==")
        .get("/me")
        .expectProblem(401, "unauthenticated");
  }
}
