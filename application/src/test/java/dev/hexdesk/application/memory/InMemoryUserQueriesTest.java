package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.UserQueriesContract;

class InMemoryUserQueriesTest extends UserQueriesContract {
  @Override
  protected Store emptyStore() {
    return new InMemoryDepartment();
  }
}
