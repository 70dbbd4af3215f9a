package dev.hexdesk.persistence.authentication;

import dev.hexdesk.application.contract.FailedLoginRepositoryContract;
import dev.hexdesk.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiFailedLoginRepositoryTest extends FailedLoginRepositoryContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();
}
