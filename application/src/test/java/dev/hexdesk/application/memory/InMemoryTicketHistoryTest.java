package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.TicketHistoryContract;

class InMemoryTicketHistoryTest extends TicketHistoryContract {
  @Override
  protected Store emptyStore() {
    return new InMemoryDepartment();
  }
}
