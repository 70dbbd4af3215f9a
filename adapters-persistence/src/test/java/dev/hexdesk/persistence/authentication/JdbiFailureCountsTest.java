package dev.hexdesk.persistence.authentication;

import dev.hexdesk.application.contract.FailureCountsContract;
import dev.hexdesk.application.contract.Store;
import dev.hexdesk.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiFailureCountsTest extends FailureCountsContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected Store emptyStore() {
    return DATABASE.emptyStore();
  }
}
