package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.UserRepositoryContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InMemoryStores.class)
class InMemoryUserRepositoryTest extends UserRepositoryContract {}
