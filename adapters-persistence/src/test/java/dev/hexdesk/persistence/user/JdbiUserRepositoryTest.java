package dev.hexdesk.persistence.user;

import dev.hexdesk.application.contract.UserRepositoryContract;
import dev.hexdesk.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiUserRepositoryTest extends UserRepositoryContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();
}
