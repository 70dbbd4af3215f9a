package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.TicketRepositoryContract;

class InMemoryTicketRepositoryTest extends TicketRepositoryContract {
  @Override
  protected Store emptyStore() {
    return new InMemoryDepartment();
  }
}
