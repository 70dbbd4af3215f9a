package dev.hexdesk.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One row of the contract's table of permissions: who may do something, and the answer that shows
 * that they could.
 *
 * @param what tells rows of one operation apart
 * @param roles which roles may; {@code none} stands for having none
 * @param scopes which scopes a narrowed token needs
 * @param open to whom it is open besides
 * @param status of the answer that shows it; 403 for {@code wrong_password}
 * @param attempt does it, as often as wanted
 */
record PermissionTableRow(
    String operation,
    String what,
    Set<String> roles,
    Set<String> scopes,
    Open open,
    int status,
    Function<TestClient, ServerResponse> attempt) {

  /** How far the door is open whatever the roles are. */
  enum Open {
    TO_NOBODY,
    TO_DISABLED,
    TO_EVERYBODY
  }

  void check(CallerKind visitor, ServerResponse answer) {
    switch (visitor) {
      case CallerKind.Nobody() ->
          checkUnless(open == Open.TO_EVERYBODY, answer, 401, "unauthenticated");
      case CallerKind.Expired() ->
          checkUnless(open == Open.TO_EVERYBODY, answer, 401, "invalid_token");
      case CallerKind.Disabled() ->
          checkUnless(open != Open.TO_NOBODY, answer, 403, "user_disabled");
      case CallerKind.WithRole(Optional<String> role) ->
          checkUnless(roles.contains(role.orElse("none")), answer, 403, "permission_denied");
      case CallerKind.LoginDenied() -> checkGranted(answer);
      case CallerKind.Narrowed(Set<String> narrow) ->
          checkUnless(narrow.containsAll(scopes), answer, 403, "insufficient_scope");
    }
    checkChallenge(answer);
  }

  private void checkUnless(boolean granted, ServerResponse answer, int refusal, String code) {
    if (granted) {
      checkGranted(answer);
    } else {
      answer.expectProblem(refusal, code);
    }
  }

  private void checkGranted(ServerResponse answer) {
    if (status == 403) {
      answer.expectProblem(403, "wrong_password");
    } else {
      answer.expect(status);
    }
  }

  /** RFC 6750, section 3: whoever is refused for their token is told what token is needed. */
  private void checkChallenge(ServerResponse answer) {
    String expected =
        switch (answer.status() < 400 ? "" : answer.text("code")) {
          case "unauthenticated" -> "Bearer realm=\"hexdesk\"";
          case "invalid_token" -> "Bearer realm=\"hexdesk\", error=\"invalid_token\"";
          case "insufficient_scope" ->
              "Bearer realm=\"hexdesk\", error=\"insufficient_scope\", scope=\""
                  + answer.text("scope")
                  + "\"";
          default -> "";
        };
    assertThat(answer.header("WWW-Authenticate")).as("%s", answer).isEqualTo(expected);
    if (answer.status() == 403 && answer.text("code").equals("insufficient_scope")) {
      assertThat(scopes).contains(answer.text("scope"));
    }
  }
}
