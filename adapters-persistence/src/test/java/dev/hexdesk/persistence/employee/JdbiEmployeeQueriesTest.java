package dev.hexdesk.persistence.employee;

import dev.hexdesk.application.contract.EmployeeQueriesContract;
import dev.hexdesk.application.contract.Store;
import dev.hexdesk.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiEmployeeQueriesTest extends EmployeeQueriesContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected Store emptyStore() {
    return DATABASE.emptyStore();
  }
}
