package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.UserRepositoryContract;

class InMemoryUserRepositoryTest extends UserRepositoryContract {
  @Override
  protected Store emptyStore() {
    return new InMemoryDepartment();
  }
}
