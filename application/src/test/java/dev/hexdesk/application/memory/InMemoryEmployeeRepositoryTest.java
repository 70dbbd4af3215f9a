package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.EmployeeRepositoryContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InMemoryStores.class)
class InMemoryEmployeeRepositoryTest extends EmployeeRepositoryContract {}
