package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.IdempotencyRepositoryContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InMemoryStores.class)
class InMemoryIdempotencyRecordsTest extends IdempotencyRepositoryContract {}
