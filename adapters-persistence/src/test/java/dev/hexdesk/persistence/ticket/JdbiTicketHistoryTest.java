package dev.hexdesk.persistence.ticket;

import dev.hexdesk.application.contract.TicketHistoryContract;
import dev.hexdesk.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiTicketHistoryTest extends TicketHistoryContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();
}
