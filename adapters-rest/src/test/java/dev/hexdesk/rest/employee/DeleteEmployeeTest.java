package dev.hexdesk.rest.employee;

import static dev.hexdesk.rest.testing.Callers.MANAGER;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;

import dev.hexdesk.application.employee.DeleteEmployee;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.Call;
import dev.hexdesk.rest.testing.VersionedWriteContract;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class DeleteEmployeeTest
    extends VersionedWriteContract<DeleteEmployee.Command, DeleteEmployee.Result> {
  private final EmployeePorts ports = new EmployeePorts();

  DeleteEmployeeTest() {
    super(
        new DeleteEmployee.Result.Deleted(),
        DeleteEmployee.Command::precondition,
        DeleteEmployee.Result.Refused::new,
        Permission.EMPLOYEE_DELETE);
    ports.delete = useCase::run;
  }

  @Override
  protected List<Call> calls() {
    return List.of(delete());
  }

  private Call delete() {
    return ports.api().delete("/api/v1/employees/12").as(MANAGER);
  }

  @Test
  void answersNothing() {
    assertThat(delete().ifMatch("\"3\"").send()).hasStatus(204).hasNoBody();

    Assertions.assertThat(useCase.asked().getFirst().id()).isEqualTo(new EmployeeId(12));
    Assertions.assertThat(useCase.asked().getFirst().precondition().holdsFor(new Version(2)))
        .isFalse();
  }

  @Test
  void tellsThatThereAreTickets() {
    useCase.answers(new DeleteEmployee.Result.InUse());

    assertThat(delete().send()).isProblem(ProblemType.IN_USE);
  }
}
