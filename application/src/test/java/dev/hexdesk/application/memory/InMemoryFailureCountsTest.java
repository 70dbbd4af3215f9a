package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.FailureCountsContract;
import dev.hexdesk.application.contract.Store;

class InMemoryFailureCountsTest extends FailureCountsContract {
  @Override
  protected Store emptyStore() {
    return new InMemoryDepartment();
  }
}
