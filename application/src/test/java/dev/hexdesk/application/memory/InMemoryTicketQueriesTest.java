package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.TicketQueriesContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InMemoryStores.class)
class InMemoryTicketQueriesTest extends TicketQueriesContract {}
