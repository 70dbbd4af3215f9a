package dev.hexdesk.persistence.ticket;

import dev.hexdesk.application.contract.TicketSearchContract;
import dev.hexdesk.persistence.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiTicketSearchTest extends TicketSearchContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();
}
