package dev.hexdesk.rest.authentication;

import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.rest.testing.Callers.ADMIN;
import static dev.hexdesk.rest.testing.Callers.DISABLED;
import static dev.hexdesk.rest.testing.Callers.ROLELESS;
import static dev.hexdesk.rest.testing.Callers.SUPPORT;
import static dev.hexdesk.rest.testing.Callers.actorOf;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.authentication.ChangeOwnPassword;
import dev.hexdesk.application.authentication.CurrentUser;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.access.Decision.UserDisabled;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeTest {
  private static final User ME =
      aUser()
          .withId(3)
          .named("petro")
          .called("Петро", "Ґалаґан")
          .withPhone("+380504430001")
          .withEmail("petro@example.com")
          .withRoles(Role.SUPPORT)
          .withVersion(4)
          .build();

  private final List<ChangeOwnPassword.Command> commands = new ArrayList<>();
  private CurrentUser.Result me =
      new CurrentUser.Result.Me(
          ME,
          EnumSet.of(Permission.TICKET_READ, Permission.EMPLOYEE_READ),
          EnumSet.of(Scope.TICKETS_READ, Scope.EMPLOYEES_READ));
  private ChangeOwnPassword.Result changed = new ChangeOwnPassword.Result.Changed();

  private Api api() {
    return Api.of(
        new MeResource(
            actor -> me,
            command -> {
              commands.add(command);
              return changed;
            },
            TestRules.passwordRules()));
  }

  private Call me() {
    return api().get("/api/v1/me").as(SUPPORT);
  }

  private Call changePassword(String body) {
    return api().put("/api/v1/me/password").as(SUPPORT).json(body);
  }

  private Call changePassword() {
    return changePassword(
        "{\"current_password\": \"Correct#Horse7\", \"new_password\": \"Battery!Staple8\"}");
  }

  @Test
  void showsTheCallerAndWhatTheyMayDo() {
    assertThat(me().send())
        .hasStatus(200)
        .hasHeader("Cache-Control", "private, no-cache")
        .hasJson(
            """
            {"id": 3, "username": "petro", "first_name": "Петро", "last_name": "Ґалаґан",
             "phone": "+380504430001", "email": "petro@example.com", "roles": ["support"],
             "disabled": false, "login_denied": false,
             "created_at": "2026-11-23T12:00:00.000Z", "updated_at": "2026-11-23T12:00:00.000Z",
             "permissions": ["employee:read", "ticket:read"],
             "scopes": ["employees:read", "tickets:read"]}
            """);
  }

  @Test
  void tagsTheRightsAlong() {
    String before = me().send().header("ETag").orElseThrow();
    assertThat(me().ifNoneMatch(before).send()).hasStatus(304).hasHeader("ETag", before);

    me = new CurrentUser.Result.Me(ME, Set.of(Permission.TICKET_READ), Set.of(Scope.TICKETS_READ));

    assertThat(me().ifNoneMatch(before).send()).hasStatus(200);
  }

  @Test
  void knowsNoCallerWhoWasDeletedMeanwhile() {
    me = new CurrentUser.Result.Gone();

    assertThat(me().send())
        .isProblem(ProblemType.INVALID_TOKEN)
        .hasHeader("WWW-Authenticate", "Bearer realm=\"hexdesk\", error=\"invalid_token\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {ADMIN, ROLELESS, DISABLED, "support/users:read"})
  void isOpenToEverybody(String caller) {
    assertThat(api().get("/api/v1/me").as(caller).send()).hasStatus(200);
  }

  @ParameterizedTest
  @CsvSource({"admin, ok", "roleless, ok", "disabled, disabled", "support/users:read, ok"})
  void tellsWhetherTheCallerIsDisabled(String caller, String status) {
    assertThat(api().get("/api/v1/status").as(caller).send())
        .hasStatus(200)
        .hasHeader("Cache-Control", "private, no-cache")
        .hasJson("{\"status\": \"" + status + "\"}");
  }

  @Test
  void changesTheCallersPassword() {
    assertThat(changePassword().send()).hasStatus(204).hasNoBody();

    assertThat(commands)
        .containsExactly(
            new ChangeOwnPassword.Command(
                actorOf(SUPPORT), new Password("Correct#Horse7"), new Password("Battery!Staple8")));
  }

  @Test
  void needsTheCurrentPassword() {
    changed = new ChangeOwnPassword.Result.WrongPassword();

    assertThat(changePassword().send())
        .isProblem(ProblemType.WRONG_PASSWORD)
        .hasNoHeader("WWW-Authenticate");
  }

  @Test
  void wantsNoPasswordWithTheOwnNameInIt() {
    changed = new ChangeOwnPassword.Result.ContainsUsername();

    assertThat(changePassword().send())
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/new_password contains_username");
  }

  @Test
  void tellsWhoGuessesHowLongToWait() {
    changed = new ChangeOwnPassword.Result.TooManyFailures(Duration.ofMillis(59_001));

    assertThat(changePassword().send())
        .isProblem(ProblemType.TOO_MANY_REQUESTS)
        .hasHeader("Retry-After", "60");
  }

  @Test
  void changesNothingForWhoIsDisabled() {
    changed = new ChangeOwnPassword.Result.Denied(new UserDisabled());

    assertThat(changePassword().send()).isProblem(ProblemType.USER_DISABLED);
  }

  @Test
  void changesNothingForWhoWasDeletedMeanwhile() {
    changed = new ChangeOwnPassword.Result.TokenVoid();

    assertThat(changePassword().send()).isProblem(ProblemType.INVALID_TOKEN);
  }

  /** Who is disabled hears so before anything is said about their request. */
  @Test
  void tellsTheDisabledSoBeforeTheirBodyIsRead() {
    changed = new ChangeOwnPassword.Result.Denied(new UserDisabled());

    assertThat(api().put("/api/v1/me/password").as(DISABLED).json("{broken").send())
        .isProblem(ProblemType.USER_DISABLED);
    assertThat(commands).isEmpty();
  }

  @Test
  void namesEveryFaultAtOnce() {
    assertThat(changePassword("{\"new_password\": \"short\", \"username\": \"petro\"}").send())
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults(
            "/username unknown_field",
            "/current_password required",
            "/new_password too_short",
            "/new_password no_upper_case",
            "/new_password no_digit",
            "/new_password no_special");
    assertThat(commands).isEmpty();
  }

  @Test
  void refusesFieldsThatDoNotExist() {
    assertThat(
            changePassword(
                    """
                    {"current_password": "Correct#Horse7", "new_password": "Battery!Staple8",
                     "repeat": "Battery!Staple8"}
                    """)
                .send())
        .isProblem(ProblemType.UNKNOWN_FIELD)
        .hasFaults("/repeat unknown_field");
  }

  /** An unpaired surrogate has no bytes, so that it would pass for a question mark. */
  @ParameterizedTest
  @CsvSource({"Correct\\ud800Horse7, encoding", "Correct\\u0000Horse7, control_character"})
  void comparesNoPasswordThatNobodyCanHave(String current, String code) {
    assertThat(
            changePassword(
                    "{\"current_password\": \""
                        + current
                        + "\", \"new_password\": \"Battery!Staple8\"}")
                .send())
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/current_password " + code);
    assertThat(commands).isEmpty();
  }

  @Test
  void hashesNoPasswordOfAMegabyte() {
    assertThat(
            changePassword(
                    "{\"current_password\": \""
                        + "x".repeat(1_000_000)
                        + "\", \"new_password\": \"Battery!Staple8\"}")
                .send())
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/current_password too_long");
    assertThat(commands).isEmpty();
  }

  @Test
  void neverShowsAPasswordAgain() {
    changed = new ChangeOwnPassword.Result.WrongPassword();

    assertThat(changePassword().send().text()).doesNotContain("Correct#Horse7", "Battery");
    assertThat(changePassword("{\"current_password\": 77777777}").send().text())
        .doesNotContain("77777777");
  }
}
