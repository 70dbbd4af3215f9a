package dev.hexdesk.domain.ticket;

import static dev.hexdesk.domain.Fixtures.aTicket;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverdueRuleTest {
  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

  @ParameterizedTest
  @CsvSource({"NEW, true", "OPEN, true", "PENDING, true", "RESOLVED, false", "CLOSED, false"})
  void aTicketIsOverdueWhileItIsNotResolved(TicketStatus status, boolean overdue) {
    TicketDetails ticket = aTicket().withStatus(status).dueAt(NOW.minusMillis(1)).details();

    assertThat(OverdueRule.holdsFor(ticket, NOW)).isEqualTo(overdue);
    assertThat(OverdueRule.holdsFor(ticket, NOW.minusMillis(1))).isFalse();
  }
}
