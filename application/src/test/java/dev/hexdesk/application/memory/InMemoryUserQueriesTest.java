package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.UserQueriesContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InMemoryStores.class)
class InMemoryUserQueriesTest extends UserQueriesContract {}
