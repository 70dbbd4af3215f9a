package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.FailedLoginRepositoryContract;
import dev.hexdesk.application.contract.Store;

class InMemoryFailedLoginRepositoryTest extends FailedLoginRepositoryContract {
  @Override
  protected Store emptyStore() {
    return new InMemoryDepartment();
  }
}
