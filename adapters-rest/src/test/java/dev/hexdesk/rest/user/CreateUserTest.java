package dev.hexdesk.rest.user;

import static dev.hexdesk.rest.testing.Callers.ADMIN;
import static dev.hexdesk.rest.testing.Callers.actorOf;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static dev.hexdesk.rest.user.UserSamples.NEW_USER;
import static dev.hexdesk.rest.user.UserSamples.OLENA;
import static dev.hexdesk.rest.user.UserSamples.OLENA_READ;
import static org.assertj.core.api.Assertions.tuple;

import dev.hexdesk.application.user.CreateUser;
import dev.hexdesk.domain.access.Decision.ReservedToAdministrators;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.UserProfile;
import dev.hexdesk.domain.user.Username;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Body;
import dev.hexdesk.rest.testing.CreationContract;
import dev.hexdesk.rest.testing.TestResponse;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreateUserTest extends CreationContract<CreateUser.Command, CreateUser.Result> {
  private final UserPorts ports = new UserPorts();

  CreateUserTest() {
    super(new CreateUser.Result.Created(OLENA), new Sample(NEW_USER, "users/7", OLENA_READ));
    ports.create = useCase::run;
  }

  @Override
  protected TestResponse create(Body body) {
    return ports.api().post("/api/v1/users").as(ADMIN).json(body.toString()).send();
  }

  @Test
  void handsOverWhatWasSent() {
    create(NEW_USER);

    Assertions.assertThat(useCase.asked())
        .extracting(
            CreateUser.Command::actor, CreateUser.Command::profile, CreateUser.Command::password)
        .containsExactly(
            tuple(
                actorOf(ADMIN),
                new UserProfile(
                    new Username("olena"),
                    Optional.of(new PersonName("Олена")),
                    Optional.of(new PersonName("Ґалаґан")),
                    new PhoneNumber("+380504430000"),
                    new EmailAddress("olena@example.com"),
                    Set.of(Role.MANAGER, Role.SUPPORT),
                    true,
                    false),
                new Password("Correct#Horse7")));
  }

  @Test
  void givesOptionalFieldsTheirDefaults() {
    create(NEW_USER.without("roles").without("disabled").without("login_denied"));
    create(NEW_USER.with("roles", "null").with("disabled", "null").with("login_denied", "null"));

    Assertions.assertThat(useCase.asked())
        .hasSize(2)
        .allSatisfy(
            command -> {
              Assertions.assertThat(command.profile().roles()).isEmpty();
              Assertions.assertThat(command.profile().disabled()).isFalse();
              Assertions.assertThat(command.profile().loginDenied()).isFalse();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"username", "password", "phone", "email"})
  void needsEveryRequiredField(String field) {
    needs(field);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          username   | "olen"               | too_short
          username   | "abcdefghijklmnopq"  | too_long
          username   | "olen4"              | format
          username   | "olena "             | format
          username   | "olen\\u0000"        | control_character
          username   | "olen\\ud800"        | encoding
          first_name | "O1ena"              | format
          last_name  | "O\\u0000"            | control_character
          phone      | "0504430000"         | format
          phone      | "+38050"             | too_short
          email      | "olena.example.com"  | format
          roles      | ["admin", "admin"]   | repeated
          password   | "lower#case7"        | no_upper_case
          password   | "UPPER#CASE7"        | no_lower_case
          password   | "No#Digits"          | no_digit
          password   | "NoSpecial7"         | no_special
          password   | "Sh0rt#"             | too_short
          password   | "Correct#\\u0000orse7" | format
          password   | "Correct#\\udc00orse7" | format
          """)
  void refusesWhatTheRulesForbid(String field, String value, String code) {
    refuses(NEW_USER.with(field, value), "/" + field + " " + code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"boss\"", "\"Admin\"", "null"})
  void pointsAtTheRoleThatIsNone(String role) {
    refuses(NEW_USER.with("roles", "[\"support\", " + role + "]"), "/roles/1 unknown_value");
  }

  @Test
  void namesEveryFaultAtOnce() {
    refuses(
        Body.of(
            """
            {"username": "o", "first_name": "", "phone": "1", "email": "x",
             "roles": ["boss"], "password": "short", "nickname": "Lena"}
            """),
        "/nickname unknown_field",
        "/username too_short",
        "/first_name required",
        "/last_name required",
        "/phone too_short",
        "/email too_short",
        "/roles/0 unknown_value",
        "/password too_short",
        "/password no_upper_case",
        "/password no_digit",
        "/password no_special");
  }

  @ParameterizedTest
  @ValueSource(strings = {"firstName", "nickname", "USERNAME", "permissions"})
  void refusesFieldsThatDoNotExist(String field) {
    refuses(ProblemType.UNKNOWN_FIELD, NEW_USER.with(field, "1"), "/" + field + " unknown_field");
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "created_at", "updated_at"})
  void refusesFieldsThatCannotBeWritten(String field) {
    refuses(ProblemType.READ_ONLY, NEW_USER.with(field, "1"), "/" + field + " read_only");
  }

  @ParameterizedTest
  @ValueSource(strings = {"username", "phone", "email"})
  void tellsWhichValueIsTaken(String field) {
    useCase.answers(new CreateUser.Result.AlreadyExists(field));

    assertThat(create(NEW_USER))
        .isProblem(ProblemType.ALREADY_EXISTS)
        .hasMember("field", field)
        .hasFaults("/" + field + " already_exists");
  }

  @Test
  void tellsWhoseTokenBecameVoidMeanwhile() {
    useCase.answers(new CreateUser.Result.TokenVoid());

    assertThat(create(NEW_USER)).isProblem(ProblemType.INVALID_TOKEN);
  }

  @Test
  void tellsThatOnlyAdministratorsMakeAdministrators() {
    ports.create =
        command ->
            new CreateUser.Result.Denied(new ReservedToAdministrators(Permission.USER_CREATE));

    assertThat(create(NEW_USER))
        .isProblem(ProblemType.PERMISSION_DENIED)
        .hasMember("permission", "user:create");
  }
}
