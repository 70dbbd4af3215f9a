package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.TicketSearchContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InMemoryStores.class)
class InMemoryTicketSearchTest extends TicketSearchContract {}
