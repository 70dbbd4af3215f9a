package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.IdempotencyRepositoryContract;
import dev.hexdesk.application.contract.Store;

class InMemoryIdempotencyRecordsTest extends IdempotencyRepositoryContract {
  @Override
  protected Store emptyStore() {
    return new InMemoryDepartment();
  }
}
