package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.CredentialRepositoryContract;
import dev.hexdesk.application.contract.Store;

class InMemoryCredentialRepositoryTest extends CredentialRepositoryContract {
  @Override
  protected Store emptyStore() {
    return new InMemoryDepartment();
  }
}
