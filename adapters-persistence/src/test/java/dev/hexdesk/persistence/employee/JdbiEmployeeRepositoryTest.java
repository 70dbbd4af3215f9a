package dev.hexdesk.persistence.employee;

import dev.hexdesk.application.contract.EmployeeRepositoryContract;
import dev.hexdesk.application.contract.Store;
import dev.hexdesk.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiEmployeeRepositoryTest extends EmployeeRepositoryContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected Store emptyStore() {
    return DATABASE.emptyStore();
  }
}
