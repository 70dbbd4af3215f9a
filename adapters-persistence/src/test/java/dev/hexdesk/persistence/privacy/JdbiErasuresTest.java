package dev.hexdesk.persistence.privacy;

import dev.hexdesk.application.contract.ErasuresContract;
import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.privacy.Erasures;
import dev.hexdesk.persistence.TestDatabase;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiErasuresTest extends ErasuresContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected Store emptyStore() {
    return DATABASE.emptyStore();
  }

  @Override
  protected Erasures erasures() {
    return new JdbiErasures((JdbiUnitOfWork) store.unitOfWork());
  }
}
