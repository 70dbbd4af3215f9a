package dev.hexdesk.persistence.user;

import dev.hexdesk.application.contract.CredentialRepositoryContract;
import dev.hexdesk.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiCredentialRepositoryTest extends CredentialRepositoryContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();
}
