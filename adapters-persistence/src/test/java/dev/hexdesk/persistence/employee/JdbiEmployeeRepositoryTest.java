package dev.hexdesk.persistence.employee;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.contract.EmployeeRepositoryContract;
import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.StoreFixture;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeBuilder;
import dev.hexdesk.persistence.TestDatabase;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiEmployeeRepositoryTest extends EmployeeRepositoryContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Test
  void onlyANewNameMayTakeLong() {
    assertThat(timeoutAfter(anEmployee().called("Iryna", "Ґалаґан"))).isEqualTo("30s");
    assertThat(timeoutAfter(anEmployee().withPhone("+380504430077"))).isEqualTo("0");
  }

  /** How long statements may take after an employee was changed, until the unit ends. */
  private String timeoutAfter(EmployeeBuilder changed) {
    Store own = DATABASE.emptyStore();
    Employee present = StoreFixture.in(own).employee(anEmployee());
    JdbiUnitOfWork unitOfWork = new JdbiUnitOfWork(DATABASE.jdbi());
    return unitOfWork.inTransaction(
        () -> {
          new JdbiEmployeeRepository(unitOfWork)
              .update(
                  new Employee(
                      present.id(),
                      changed.profile(),
                      present.externalId(),
                      present.version().next(),
                      NOON,
                      NOON));
          return unitOfWork.with(
              handle -> handle.createQuery("SHOW statement_timeout").mapTo(String.class).one());
        });
  }
}
