package dev.hexdesk.persistence.employee;

import dev.hexdesk.application.contract.EmployeeQueriesContract;
import dev.hexdesk.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiEmployeeQueriesTest extends EmployeeQueriesContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();
}
