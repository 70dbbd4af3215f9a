package dev.hexdesk.domain.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PriorityTest {
  @Test
  void growsFromLowToUrgent() {
    assertThat(Priority.values())
        .extracting(Priority::code)
        .containsExactly("low", "normal", "high", "urgent");
  }
}
