package dev.hexdesk.persistence.support;

import dev.hexdesk.application.contract.UnitOfWorkContract;
import dev.hexdesk.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiUnitOfWorkTest extends UnitOfWorkContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();
}
