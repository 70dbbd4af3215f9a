package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.PersonalDataContract;
import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.privacy.PersonalDataQueries;

class InMemoryPersonalDataTest extends PersonalDataContract {
  private final InMemoryDepartment department = new InMemoryDepartment();

  @Override
  protected Store emptyStore() {
    return department;
  }

  @Override
  protected PersonalDataQueries queries() {
    return new InMemoryPersonalData(department);
  }
}
