package dev.hexdesk.persistence.authentication;

import dev.hexdesk.application.contract.KnownNetworksContract;
import dev.hexdesk.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiKnownNetworksTest extends KnownNetworksContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();
}
