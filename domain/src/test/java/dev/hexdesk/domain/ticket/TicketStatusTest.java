package dev.hexdesk.domain.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TicketStatusTest {
  @ParameterizedTest
  @EnumSource
  void isFoundByItsCode(TicketStatus status) {
    assertThat(status.code()).isLowerCase();
    assertThat(TicketStatus.of(status.code())).contains(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "OPEN", "Open", "opened", "open "})
  void isNotFoundByAnythingElse(String code) {
    assertThat(TicketStatus.of(code)).isEmpty();
  }
}
