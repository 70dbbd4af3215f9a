package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.TicketSearchContract;

class InMemoryTicketSearchTest extends TicketSearchContract {
  @Override
  protected Store emptyStore() {
    return new InMemoryDepartment();
  }
}
