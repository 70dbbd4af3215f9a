package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.PersonalDataEraserContract;
import dev.hexdesk.application.privacy.PersonalDataEraser;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InMemoryStores.class)
class InMemoryPersonalDataEraserTest extends PersonalDataEraserContract {
  @Override
  protected PersonalDataEraser erasures() {
    return new InMemoryPersonalDataEraser((InMemoryDepartment) store);
  }
}
