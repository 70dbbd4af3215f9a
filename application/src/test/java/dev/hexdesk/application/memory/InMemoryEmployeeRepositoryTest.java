package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.EmployeeRepositoryContract;
import dev.hexdesk.application.contract.Store;

class InMemoryEmployeeRepositoryTest extends EmployeeRepositoryContract {
  @Override
  protected Store emptyStore() {
    return new InMemoryDepartment();
  }
}
