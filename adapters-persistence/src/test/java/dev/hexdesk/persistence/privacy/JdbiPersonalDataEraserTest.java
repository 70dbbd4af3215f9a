package dev.hexdesk.persistence.privacy;

import dev.hexdesk.application.contract.PersonalDataEraserContract;
import dev.hexdesk.application.privacy.PersonalDataEraser;
import dev.hexdesk.persistence.TestDatabase;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiPersonalDataEraserTest extends PersonalDataEraserContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected PersonalDataEraser erasures() {
    return new JdbiPersonalDataEraser((JdbiUnitOfWork) store.unitOfWork());
  }
}
