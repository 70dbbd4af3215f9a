package dev.hexdesk.persistence.ticket;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.contract.TicketQueriesContract;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.ticket.TicketFilter;
import dev.hexdesk.application.ticket.TicketFilter.Period;
import dev.hexdesk.application.ticket.TicketSortField;
import dev.hexdesk.persistence.TestDatabase;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JdbiTicketQueriesTest extends TicketQueriesContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T12:00:00.000000999Z, 2026-11-23T12:00:00.000001001Z, true",
    "2026-11-23T12:00:00Z, 2026-11-23T12:00:00.000001999Z, true",
    "2026-11-23T12:00:00Z, 2026-11-23T12:00:00.000001Z, false",
    "2026-11-23T12:00:00.000001Z, 2026-11-23T12:00:01Z, false",
    "2026-11-23T12:00:00.000001001Z, 2026-11-23T12:00:01Z, false",
    "-1000000000-01-01T00:00:00Z, +1000000000-12-31T23:59:59.999999999Z, true",
    "+1000000000-12-31T23:59:59.999999999Z, -1000000000-01-01T00:00:00Z, false"
  })
  void comparesMomentsFinerThanThoseStored(Instant after, Instant before, boolean expected) {
    Instant stored = NOON.plusNanos(1000);
    given
        .at(stored)
        .ticket(
            aTicket()
                .forEmployee(given.employee(anEmployee().called("Ann", "Lee")))
                .ownedBy(given.user(aUser().named("carol"))));
    Period period = new Period(Optional.of(after), Optional.of(before));

    assertThat(count(period, Period.ALWAYS)).isEqualTo(expected ? 1 : 0);
    assertThat(count(Period.ALWAYS, period)).isEqualTo(expected ? 1 : 0);
  }

  private int count(Period created, Period updated) {
    TicketFilter filter = TicketFilter.all().and().created(created).updated(updated).build();
    return store
        .ticketQueries()
        .list(filter, Sort.ascending(TicketSortField.ID), PageSelection.first(9))
        .items()
        .size();
  }
}
