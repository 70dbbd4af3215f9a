package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.LinksContract;
import dev.hexdesk.application.contract.Store;

class InMemoryLinksTest extends LinksContract {
  @Override
  protected Store emptyStore() {
    return new InMemoryDepartment();
  }
}
