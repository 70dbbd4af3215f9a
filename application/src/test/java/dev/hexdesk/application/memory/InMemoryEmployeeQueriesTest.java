package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.EmployeeQueriesContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InMemoryStores.class)
class InMemoryEmployeeQueriesTest extends EmployeeQueriesContract {}
