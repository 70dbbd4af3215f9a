package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.StoreParameter;

/** Gives each test an empty department in memory. */
final class InMemoryStores implements StoreParameter {
  @Override
  public Store emptyStore() {
    return new InMemoryDepartment();
  }
}
