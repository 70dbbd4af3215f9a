package dev.hexdesk.domain.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriorityTest {
  @Test
  void growsFromLowToUrgent() {
    assertThat(Priority.values())
        .extracting(Priority::code)
        .containsExactly("low", "normal", "high", "urgent");
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsCode(Priority priority) {
    assertThat(Priority.of(priority.code())).contains(priority);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "LOW", "lowest", "low "})
  void isNotFoundByAnythingElse(String code) {
    assertThat(Priority.of(code)).isEmpty();
  }
}
