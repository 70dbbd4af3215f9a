package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.FailedLoginRepositoryContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InMemoryStores.class)
class InMemoryFailedLoginRepositoryTest extends FailedLoginRepositoryContract {}
