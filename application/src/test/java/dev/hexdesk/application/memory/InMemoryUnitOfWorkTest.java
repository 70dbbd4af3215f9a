package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.UnitOfWorkContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InMemoryStores.class)
class InMemoryUnitOfWorkTest extends UnitOfWorkContract {}
