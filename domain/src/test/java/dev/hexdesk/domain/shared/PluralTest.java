package dev.hexdesk.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class PluralTest {
  @Test
  void standsBehindAllNumbersButOne() {
    assertThat(Plural.of(0, "row")).isEqualTo("rows");
    assertThat(Plural.of(1, "row")).isEqualTo("row");
    assertThat(Plural.of(2, "row")).isEqualTo("rows");
    assertThat(Plural.of(-1, "row")).isEqualTo("rows");
  }
}
