package dev.hexdesk.persistence.user;

import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.UserRepositoryContract;
import dev.hexdesk.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiUserRepositoryTest extends UserRepositoryContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected Store emptyStore() {
    return DATABASE.emptyStore();
  }
}
