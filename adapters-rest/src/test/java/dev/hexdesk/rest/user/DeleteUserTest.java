package dev.hexdesk.rest.user;

import static dev.hexdesk.rest.testing.Callers.ADMIN;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;

import dev.hexdesk.application.user.DeleteUser;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Call;
import dev.hexdesk.rest.testing.ScriptedUseCase;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeleteUserTest {
  private final UserPorts ports = new UserPorts();
  private final ScriptedUseCase<DeleteUser.Command, DeleteUser.Result> useCase =
      ScriptedUseCase.answering(new DeleteUser.Result.Deleted());

  DeleteUserTest() {
    ports.delete = useCase::run;
  }

  private Call delete(String query) {
    return ports.api().delete("/api/v1/users/7" + query).as(ADMIN);
  }

  @Test
  void answersNothing() {
    assertThat(delete("").ifMatch("\"3\"").send()).hasStatus(204).hasNoBody();

    DeleteUser.Command command = useCase.asked().getFirst();
    Assertions.assertThat(command.id()).isEqualTo(new UserId(7));
    Assertions.assertThat(command.successor()).isEmpty();
    Assertions.assertThat(command.precondition().holdsFor(new Version(3))).isTrue();
    Assertions.assertThat(command.precondition().holdsFor(new Version(2))).isFalse();
  }

  @Test
  void handsTheTicketsOver() {
    assertThat(delete("?reassign_tickets_to=8").send()).hasStatus(204);

    Assertions.assertThat(useCase.asked().getFirst().successor())
        .isEqualTo(Optional.of(new UserId(8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "abc", "1.0", "9223372036854775808", "%D9%A1", "08"})
  void refusesASuccessorThatIsNoId(String successor) {
    assertThat(delete("?reassign_tickets_to=" + successor).send())
        .isProblem(ProblemType.MALFORMED_REQUEST)
        .hasFaults("reassign_tickets_to type");
    Assertions.assertThat(useCase.asked()).isEmpty();
  }

  @Test
  void refusesASuccessorWhoCannotWorkOnTickets() {
    useCase.answers(new DeleteUser.Result.UnsuitableSuccessor());

    assertThat(delete("?reassign_tickets_to=8").send())
        .isProblem(ProblemType.VALIDATION_FAILED)
        .hasFaults("reassign_tickets_to unsuitable");
  }
}
