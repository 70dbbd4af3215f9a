package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.IdempotencyRecordsContract;
import dev.hexdesk.application.contract.Store;

class InMemoryIdempotencyRecordsTest extends IdempotencyRecordsContract {
  @Override
  protected Store emptyStore() {
    return new InMemoryDepartment();
  }
}
