package dev.hexdesk.persistence.privacy;

import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.contract.PersonalDataContract;
import dev.hexdesk.application.privacy.PersonalDataQueries;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.persistence.TestDatabase;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiPersonalDataQueriesTest extends PersonalDataContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected PersonalDataQueries queries() {
    return new JdbiPersonalDataQueries((JdbiUnitOfWork) store.unitOfWork());
  }

  @Test
  void tellsWhatAnotherSystemCallsThem() {
    Employee employee =
        given.employee(anEmployee().withPhone("+380509999999").withEmail("hr@example.com"));
    DATABASE.execute(
        "UPDATE employees SET external_id = 'HR-1' WHERE id = " + employee.id().value());

    assertThat(queries().find(employee.id()).flatMap(Employee::externalId))
        .contains(new ExternalId("HR-1"));
  }
}
