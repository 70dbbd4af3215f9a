package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.KnownNetworksContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InMemoryStores.class)
class InMemoryKnownNetworksTest extends KnownNetworksContract {}
