package dev.hexdesk.rest.employee;

import static dev.hexdesk.rest.testing.Callers.MANAGER;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;

import dev.hexdesk.application.employee.DeleteEmployee;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Call;
import dev.hexdesk.rest.testing.ScriptedUseCase;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class DeleteEmployeeTest {
  private final EmployeePorts ports = new EmployeePorts();
  private final ScriptedUseCase<DeleteEmployee.Command, DeleteEmployee.Result> useCase =
      new ScriptedUseCase<>();

  DeleteEmployeeTest() {
    ports.delete = useCase::run;
  }

  private Call delete() {
    return ports.api().delete("/api/v1/employees/12").as(MANAGER);
  }

  @Test
  void answersNothing() {
    useCase.answers(new DeleteEmployee.Result.Deleted());

    assertThat(delete().ifMatch("\"3\"").send()).hasStatus(204).hasNoBody();

    Assertions.assertThat(useCase.asked().getFirst().id()).isEqualTo(new EmployeeId(12));
    Assertions.assertThat(useCase.asked().getFirst().precondition().holdsFor(new Version(2)))
        .isFalse();
  }

  @Test
  void knowsNoSuchEmployee() {
    useCase.answers(new DeleteEmployee.Result.Unknown());

    assertThat(delete().send()).isProblem(ProblemType.NOT_FOUND);
  }

  @Test
  void tellsThatTheVersionHasMovedOn() {
    useCase.answers(new DeleteEmployee.Result.PreconditionFailed());

    assertThat(delete().ifMatch("\"2\"").send()).isProblem(ProblemType.PRECONDITION_FAILED);
  }

  @Test
  void tellsThatThereAreTickets() {
    useCase.answers(new DeleteEmployee.Result.InUse());

    assertThat(delete().send()).isProblem(ProblemType.IN_USE);
  }

  @Test
  void tellsWhyTheUseCaseRefused() {
    useCase.answers(
        new DeleteEmployee.Result.Denied(new MissingPermission(Permission.EMPLOYEE_DELETE)));

    assertThat(delete().send())
        .isProblem(ProblemType.PERMISSION_DENIED)
        .hasMember("permission", "employee:delete");
  }
}
