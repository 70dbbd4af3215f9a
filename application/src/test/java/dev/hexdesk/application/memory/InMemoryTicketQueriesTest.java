package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.TicketQueriesContract;

class InMemoryTicketQueriesTest extends TicketQueriesContract {
  @Override
  protected Store emptyStore() {
    return new InMemoryDepartment();
  }
}
