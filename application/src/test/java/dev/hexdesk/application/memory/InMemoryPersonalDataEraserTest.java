package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.PersonalDataEraserContract;
import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.privacy.PersonalDataEraser;

class InMemoryPersonalDataEraserTest extends PersonalDataEraserContract {
  private final InMemoryDepartment department = new InMemoryDepartment();

  @Override
  protected Store emptyStore() {
    return department;
  }

  @Override
  protected PersonalDataEraser erasures() {
    return new InMemoryPersonalDataEraser(department);
  }
}
