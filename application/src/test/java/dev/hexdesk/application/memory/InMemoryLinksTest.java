package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.LinksContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InMemoryStores.class)
class InMemoryLinksTest extends LinksContract {}
