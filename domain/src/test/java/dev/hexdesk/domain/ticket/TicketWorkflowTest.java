package dev.hexdesk.domain.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.domain.shared.Coded;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketWorkflowTest {
  /** The workflow, as the API contract lists it. */
  @ParameterizedTest
  @CsvSource({
    "new, open pending resolved closed",
    "open, pending resolved closed",
    "pending, open resolved closed",
    "resolved, open closed",
    "closed, open"
  })
  void leadsWhereTheTableSaysAndNowhereElse(String from, String to) {
    TicketStatus status = Coded.find(TicketStatus.class, from).orElseThrow();
    Set<TicketStatus> expected = EnumSet.noneOf(TicketStatus.class);
    Arrays.stream(to.split(" ", -1))
        .map(code -> Coded.find(TicketStatus.class, code))
        .forEach(next -> expected.add(next.get()));

    assertThat(TicketWorkflow.successorsOf(status)).isEqualTo(expected);
    for (TicketStatus next : TicketStatus.values()) {
      assertThat(TicketWorkflow.allows(status, next))
          .as("%s to %s", status, next)
          .isEqualTo(next == status || expected.contains(next));
    }
  }

  @Test
  void nothingBecomesNewAgain() {
    assertThat(TicketStatus.values())
        .allSatisfy(
            status ->
                assertThat(TicketWorkflow.successorsOf(status)).doesNotContain(TicketStatus.NEW));
  }

  @Test
  void noStatusIsADeadEnd() {
    assertThat(TicketStatus.values())
        .allSatisfy(
            status ->
                assertThat(TicketWorkflow.successorsOf(status))
                    .isNotEmpty()
                    .doesNotContain(status));
  }
}
