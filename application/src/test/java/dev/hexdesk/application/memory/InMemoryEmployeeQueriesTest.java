package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.EmployeeQueriesContract;
import dev.hexdesk.application.contract.Store;

class InMemoryEmployeeQueriesTest extends EmployeeQueriesContract {
  @Override
  protected Store emptyStore() {
    return new InMemoryDepartment();
  }
}
