package dev.hexdesk.persistence.user;

import dev.hexdesk.application.contract.UserQueriesContract;
import dev.hexdesk.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiUserQueriesTest extends UserQueriesContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();
}
