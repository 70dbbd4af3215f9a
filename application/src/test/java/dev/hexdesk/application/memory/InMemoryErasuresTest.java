package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.ErasuresContract;
import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.privacy.Erasures;

class InMemoryErasuresTest extends ErasuresContract {
  private final InMemoryDepartment department = new InMemoryDepartment();

  @Override
  protected Store emptyStore() {
    return department;
  }

  @Override
  protected Erasures erasures() {
    return new InMemoryErasures(department);
  }
}
