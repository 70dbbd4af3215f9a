package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.PersonalDataContract;
import dev.hexdesk.application.privacy.PersonalDataQueries;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InMemoryStores.class)
class InMemoryPersonalDataTest extends PersonalDataContract {
  @Override
  protected PersonalDataQueries queries() {
    return new InMemoryPersonalData((InMemoryDepartment) store);
  }
}
