package dev.hexdesk.rest.user;

import static dev.hexdesk.rest.testing.Callers.ADMIN;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;
import static dev.hexdesk.rest.user.UserSamples.OLENA;
import static dev.hexdesk.rest.user.UserSamples.OLENA_READ;
import static dev.hexdesk.rest.user.UserSamples.REPLACEMENT;

import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.user.ChangeUser;
import dev.hexdesk.application.user.ReplaceUser;
import dev.hexdesk.domain.access.Decision.Escalation;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Call;
import dev.hexdesk.rest.testing.ScriptedUseCase;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplaceUserTest {
  private final UserPorts ports = new UserPorts();
  private final ScriptedUseCase<ReplaceUser.Command, ChangeUser.Result> useCase =
      ScriptedUseCase.answering(new ChangeUser.Result.Changed(OLENA));

  ReplaceUserTest() {
    ports.replace = useCase::run;
  }

  private Call replace() {
    return ports.api().put("/api/v1/users/7").as(ADMIN).json(REPLACEMENT.toString());
  }

  @Test
  void answersTheUserAsItIsNow() {
    assertThat(replace().send()).hasStatus(200).hasHeader("ETag", "\"3\"").hasJson(OLENA_READ);
  }

  @Test
  void handsOverTheProfileAndTheCondition() {
    replace().ifMatch("\"3\"").send();

    ReplaceUser.Command command = useCase.asked().getFirst();
    Assertions.assertThat(command.id()).isEqualTo(new UserId(7));
    Assertions.assertThat(command.profile().username().value()).isEqualTo("olena");
    Assertions.assertThat(command.precondition().holdsFor(new Version(3))).isTrue();
    Assertions.assertThat(command.precondition().holdsFor(new Version(4))).isFalse();
  }

  @Test
  void takesNoPassword() {
    assertThat(
            ports
                .api()
                .put("/api/v1/users/7")
                .as(ADMIN)
                .json(REPLACEMENT.with("password", "\"Correct#Horse7\"").toString())
                .send())
        .isProblem(ProblemType.UNKNOWN_FIELD)
        .hasFaults("/password unknown_field");
  }

  @Test
  void namesEveryFaultAtOnce() {
    assertThat(ports.api().put("/api/v1/users/7").as(ADMIN).json("{}").send())
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults(
            "/username required",
            "/first_name required",
            "/last_name required",
            "/phone required",
            "/email required");
  }

  @ParameterizedTest
  @ValueSource(strings = {"username", "phone", "email"})
  void tellsWhichValueIsTaken(String field) {
    useCase.answers(new ChangeUser.Result.AlreadyExists(field));

    assertThat(replace().send())
        .isProblem(ProblemType.ALREADY_EXISTS)
        .hasMember("field", field)
        .hasFaults("/" + field + " already_exists");
  }

  @Test
  void tellsThatNobodyRaisesOthersAboveThemselves() {
    useCase.answers(
        new ChangeUser.Result.Refused(new Refusal.Denied(new Escalation(Permission.USER_UPDATE))));

    assertThat(replace().send())
        .isProblem(ProblemType.PERMISSION_DENIED)
        .hasMember("permission", "user:update");
  }
}
