package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.ConcurrencyContract;
import dev.hexdesk.application.contract.Store;

class InMemoryConcurrencyTest extends ConcurrencyContract {
  @Override
  protected Store emptyStore() {
    return new InMemoryDepartment();
  }
}
