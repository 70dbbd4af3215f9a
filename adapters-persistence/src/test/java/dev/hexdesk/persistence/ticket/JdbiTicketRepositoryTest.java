package dev.hexdesk.persistence.ticket;

import dev.hexdesk.application.contract.TicketRepositoryContract;
import dev.hexdesk.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiTicketRepositoryTest extends TicketRepositoryContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();
}
