package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.TicketRepositoryContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InMemoryStores.class)
class InMemoryTicketRepositoryTest extends TicketRepositoryContract {}
