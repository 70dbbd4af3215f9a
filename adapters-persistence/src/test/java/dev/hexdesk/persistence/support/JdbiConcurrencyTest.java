package dev.hexdesk.persistence.support;

import dev.hexdesk.application.contract.ConcurrencyContract;
import dev.hexdesk.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiConcurrencyTest extends ConcurrencyContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();
}
