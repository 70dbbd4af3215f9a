package dev.hexdesk.persistence.ticket;

import dev.hexdesk.application.contract.LinksContract;
import dev.hexdesk.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiLinkRepositoryTest extends LinksContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();
}
