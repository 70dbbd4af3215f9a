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
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class DeleteEmployeeTest {
  private final EmployeePorts ports = new EmployeePorts();
  private final List<DeleteEmployee.Command> commands = new ArrayList<>();

  private void outcome(DeleteEmployee.Result result) {
    ports.delete =
        command -> {
          commands.add(command);
          return result;
        };
  }

  private Call delete() {
    return ports.api().delete("/api/v1/employees/12").as(MANAGER);
  }

  @Test
  void answersNothing() {
    outcome(new DeleteEmployee.Result.Deleted());

    assertThat(delete().ifMatch("\"3\"").send()).hasStatus(204).hasNoBody();

    Assertions.assertThat(commands.getFirst().id()).isEqualTo(new EmployeeId(12));
    Assertions.assertThat(commands.getFirst().precondition().holdsFor(new Version(2))).isFalse();
  }

  @Test
  void knowsNoSuchEmployee() {
    outcome(new DeleteEmployee.Result.Unknown());

    assertThat(delete().send()).isProblem(ProblemType.NOT_FOUND);
  }

  @Test
  void tellsThatTheVersionHasMovedOn() {
    outcome(new DeleteEmployee.Result.PreconditionFailed());

    assertThat(delete().ifMatch("\"2\"").send()).isProblem(ProblemType.PRECONDITION_FAILED);
  }

  @Test
  void tellsThatThereAreTickets() {
    outcome(new DeleteEmployee.Result.InUse());

    assertThat(delete().send()).isProblem(ProblemType.IN_USE);
  }

  @Test
  void tellsWhyTheUseCaseRefused() {
    outcome(new DeleteEmployee.Result.Denied(new MissingPermission(Permission.EMPLOYEE_DELETE)));

    assertThat(delete().send())
        .isProblem(ProblemType.PERMISSION_DENIED)
        .hasMember("permission", "employee:delete");
  }
}
