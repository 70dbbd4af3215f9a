package dev.hexdesk.persistence.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.contract.TicketStatisticsContract;
import dev.hexdesk.application.statistics.Grouping;
import dev.hexdesk.application.statistics.TicketFigures;
import dev.hexdesk.application.statistics.TicketStatistics;
import dev.hexdesk.application.statistics.TimeRange;
import dev.hexdesk.persistence.TestDatabase;
import dev.hexdesk.persistence.support.JdbiUnitOfWork;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiTicketStatisticsTest extends TicketStatisticsContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Override
  protected TicketStatistics statistics() {
    return new JdbiTicketStatistics(new JdbiUnitOfWork(DATABASE.jdbi()));
  }

  @Test
  @Timeout(30)
  void haveMoreTimeThanOtherReads() throws Exception {
    TicketStatistics hurried =
        new JdbiTicketStatistics(
            new JdbiUnitOfWork(Jdbi.create(DATABASE.with("statement_timeout", "100ms"))));
    try (ExecutorService another = Executors.newVirtualThreadPerTaskExecutor();
        Handle holder = DATABASE.jdbi().open()) {
      holder.begin();
      holder.execute("LOCK TABLE tickets");
      Future<List<TicketFigures>> figures =
          another.submit(
              () ->
                  hurried.of(
                      Grouping.STATUS,
                      new TimeRange(Optional.empty(), Optional.empty()),
                      List.of()));
      while (!figures.isDone() && !isWaitingSinceLong()) {
        Thread.onSpinWait();
      }
      holder.rollback();

      assertThat(figures.get(10, TimeUnit.SECONDS)).isNotNull();
    }
  }

  private static boolean isWaitingSinceLong() {
    return !DATABASE
        .strings(
            "SELECT 1 FROM pg_stat_activity WHERE datname = current_database()"
                + " AND wait_event_type = 'Lock' AND clock_timestamp() - query_start > '300ms'")
        .isEmpty();
  }
}
