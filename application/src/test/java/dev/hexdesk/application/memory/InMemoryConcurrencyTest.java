package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.ConcurrencyContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InMemoryStores.class)
class InMemoryConcurrencyTest extends ConcurrencyContract {}
