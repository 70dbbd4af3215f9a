package dev.hexdesk.rest.user;

import static dev.hexdesk.rest.testing.Callers.MANAGER;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static dev.hexdesk.rest.user.UserSamples.OLENA;
import static dev.hexdesk.rest.user.UserSamples.OLENA_READ;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hexdesk.application.shared.ReadResult;
import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.user.ChangeUser;
import dev.hexdesk.domain.access.Decision.Denial;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Decision.ReservedToAdministrators;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.UserProfile;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Call;
import dev.hexdesk.rest.testing.ScriptedUseCase;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeUserTest {
  private final UserPorts ports = new UserPorts();
  private final ScriptedUseCase<ChangeUser.Command, ChangeUser.Result> useCase =
      ScriptedUseCase.answering(new ChangeUser.Result.Changed(OLENA));

  ChangeUserTest() {
    ports.change = useCase::run;
    ports.show = query -> new ReadResult.Found<>(OLENA);
  }

  private Call change(String patch) {
    return ports.api().patch("/api/v1/users/7").as(MANAGER).mergePatch(patch);
  }

  private UserProfile changed() {
    return useCase.asked().getFirst().changes().appliedTo(OLENA.profile());
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/merge-patch+json", "application/json"})
  void answersTheUserAsItIsNow(String type) {
    assertThat(
            ports
                .api()
                .patch("/api/v1/users/7")
                .as(MANAGER)
                .body(type, "{\"disabled\": true}".getBytes(UTF_8))
                .send())
        .hasStatus(200)
        .hasHeader("ETag", "\"3\"")
        .hasJson(OLENA_READ);
  }

  @Test
  void changesNothingThatIsNotNamed() {
    change("{}").send();

    Assertions.assertThat(changed()).isEqualTo(OLENA.profile());
  }

  @Test
  void changesWhatIsNamed() {
    change("{\"phone\": \"+442071838750\", \"roles\": [\"support\"], \"login_denied\": false}")
        .send();

    UserProfile olena = OLENA.profile();
    Assertions.assertThat(changed())
        .isEqualTo(
            new UserProfile(
                olena.username(),
                olena.firstName(),
                olena.lastName(),
                new PhoneNumber("+442071838750"),
                olena.email(),
                Set.of(Role.SUPPORT),
                olena.disabled(),
                false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"username", "phone", "email", "roles", "disabled", "login_denied"})
  void clearsNothing(String field) {
    assertThat(change("{\"" + field + "\": null}").send())
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/" + field + " required");
  }

  @Test
  void namesEveryFaultAtOnce() {
    assertThat(
            change(
                    """
                    {"id": 8, "username": "o", "email": null, "roles": ["boss"], "disabled": null}
                    """)
                .send())
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults(
            "/id read_only",
            "/username too_short",
            "/email required",
            "/roles/0 unknown_value",
            "/disabled required");
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "login-denied"})
  void refusesFieldsThatCannotBeWritten(String field) {
    assertThat(change("{\"phone\": \"+442071838750\", \"" + field + "\": null}").send())
        .isProblem(ProblemType.UNKNOWN_FIELD)
        .hasFaults("/" + field + " unknown_field");
    Assertions.assertThat(useCase.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"disabled": 1}          | /disabled
          {"disabled": "true"}     | /disabled
          {"disabled": ""}         | /disabled
          {"login_denied": []}     | /login_denied
          {"phone": 380504430000}  | /phone
          {"phone": true}          | /phone
          {"phone": ["x"]}         | /phone
          {"phone": {}}            | /phone
          {"roles": "admin"}       | /roles
          {"roles": {}}            | /roles
          {"roles": ""}            | /roles
          {"roles": [1]}           | /roles/0
          {"roles": ["admin", {}]} | /roles/1
          """)
  void turnsNoTypeIntoAnother(String patch, String pointer) {
    assertThat(change(patch).send())
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults(pointer + " type");
    Assertions.assertThat(useCase.asked()).isEmpty();
  }

  @Test
  void tellsWhichValueIsTaken() {
    useCase.answers(new ChangeUser.Result.AlreadyExists("phone"));

    assertThat(change("{}").send())
        .isProblem(ProblemType.ALREADY_EXISTS)
        .hasMember("field", "phone");
  }

  static Stream<Denial> denials() {
    return Stream.of(
        new MissingPermission(Permission.USER_UPDATE_DISABLED),
        new ReservedToAdministrators(Permission.USER_UPDATE_DISABLED));
  }

  @ParameterizedTest
  @MethodSource("denials")
  void namesThePermissionThatOneAttributeLacks(Denial denial) {
    useCase.answers(new ChangeUser.Result.Refused(new Refusal.Denied(denial)));

    assertThat(change("{\"disabled\": true}").send())
        .isProblem(ProblemType.PERMISSION_DENIED)
        .hasMember("permission", "user:update_disabled");
  }
}
