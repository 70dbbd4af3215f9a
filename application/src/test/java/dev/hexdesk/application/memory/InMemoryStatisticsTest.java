package dev.hexdesk.application.memory;

import dev.hexdesk.application.contract.Store;
import dev.hexdesk.application.contract.TicketStatisticsContract;
import dev.hexdesk.application.statistics.TicketStatistics;

class InMemoryStatisticsTest extends TicketStatisticsContract {
  private final InMemoryDepartment department = new InMemoryDepartment();

  @Override
  protected Store emptyStore() {
    return department;
  }

  @Override
  protected TicketStatistics statistics() {
    return new InMemoryStatistics(department);
  }
}
