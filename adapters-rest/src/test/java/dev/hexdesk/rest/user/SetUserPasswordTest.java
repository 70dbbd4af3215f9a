package dev.hexdesk.rest.user;

import static dev.hexdesk.rest.testing.Callers.ADMIN;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;

import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.user.SetUserPassword;
import dev.hexdesk.domain.access.Decision.ReservedToAdministrators;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Call;
import dev.hexdesk.rest.testing.ScriptedUseCase;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class SetUserPasswordTest {
  private final UserPorts ports = new UserPorts();
  private final ScriptedUseCase<SetUserPassword.Command, SetUserPassword.Result> useCase =
      ScriptedUseCase.answering(new SetUserPassword.Result.Changed());

  SetUserPasswordTest() {
    ports.setPassword = useCase::run;
  }

  private Call set(String body) {
    return ports.api().put("/api/v1/users/7/password").as(ADMIN).json(body);
  }

  private Call set() {
    return set("{\"new_password\": \"Battery!Staple8\"}");
  }

  @Test
  void answersNothing() {
    assertThat(set().ifMatch("\"3\"").send()).hasStatus(204).hasNoBody();

    SetUserPassword.Command command = useCase.asked().getFirst();
    Assertions.assertThat(command.id()).isEqualTo(new UserId(7));
    Assertions.assertThat(command.password()).isEqualTo(new Password("Battery!Staple8"));
    Assertions.assertThat(command.precondition().holdsFor(new Version(2))).isFalse();
  }

  @Test
  void namesEveryFaultAtOnce() {
    assertThat(set("{\"new_password\": \"short\", \"password\": \"x\"}").send())
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults(
            "/password unknown_field",
            "/new_password too_short",
            "/new_password no_upper_case",
            "/new_password no_digit",
            "/new_password no_special");
    assertThat(set("{}").send())
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/new_password required");
    Assertions.assertThat(useCase.asked()).isEmpty();
  }

  @Test
  void wantsNoPasswordWithTheUsersNameInIt() {
    useCase.answers(new SetUserPassword.Result.ContainsUsername());

    assertThat(set().send())
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("/new_password contains_username");
  }

  @Test
  void tellsThatOnlyAdministratorsChangeAdministrators() {
    useCase.answers(
        new SetUserPassword.Result.Refused(
            new Refusal.Denied(new ReservedToAdministrators(Permission.USER_UPDATE_PASSWORD))));

    assertThat(set().send())
        .isProblem(ProblemType.PERMISSION_DENIED)
        .hasMember("permission", "user:update_password");
  }
}
