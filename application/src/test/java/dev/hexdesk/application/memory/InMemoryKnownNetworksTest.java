package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.KnownNetworksContract;
import dev.hexdesk.application.contract.Store;

class InMemoryKnownNetworksTest extends KnownNetworksContract {
  @Override
  protected Store emptyStore() {
    return new InMemoryDepartment();
  }
}
