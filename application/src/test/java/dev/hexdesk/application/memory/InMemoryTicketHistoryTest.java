package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.TicketHistoryContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InMemoryStores.class)
class InMemoryTicketHistoryTest extends TicketHistoryContract {}
