package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.CommentsContract;
import dev.hexdesk.application.contract.Store;

class InMemoryCommentsTest extends CommentsContract {
  @Override
  protected Store emptyStore() {
    return new InMemoryDepartment();
  }
}
