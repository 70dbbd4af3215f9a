package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.TicketStatisticsContract;
import dev.hexdesk.application.statistics.TicketStatistics;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(InMemoryStores.class)
class InMemoryStatisticsTest extends TicketStatisticsContract {
  @Override
  protected TicketStatistics statistics() {
    return new InMemoryStatistics((InMemoryDepartment) store);
  }
}
