package dev.hexdesk.persistence.statistics;

import dev.hexdesk.application.contract.TicketStatisticsContract;
import dev.hexdesk.application.statistics.TicketStatistics;
import dev.hexdesk.persistence.TestDatabase;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiTicketStatisticsTest extends TicketStatisticsContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected TicketStatistics statistics() {
    return new JdbiTicketStatistics(new JdbiUnitOfWork(DATABASE.jdbi()));
  }
}
