package dev.hexdesk.domain.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TagTest {
  @Test
  void hasOneFormForAllSpellings() {
    assertThat(new Tag("ＰRINTER")).isEqualTo(new Tag("printer"));
    assertThat(new Tag("Groß")).isEqualTo(new Tag("GROSS"));
    assertThat(new Tag("Cafe\u0301")).isEqualTo(new Tag("café"));
    assertThat(new Tag("Ґрати")).hasToString("ґрати");
  }

  @Test
  void isOrderedByItsName() {
    assertThat(new Tag("a")).isLessThan(new Tag("b"));
    assertThat(new Tag("b")).isEqualByComparingTo(new Tag("B"));
  }

  @Test
  void isNeitherBlankNorTooLong() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Tag(" "));
    assertThatIllegalArgumentException().isThrownBy(() -> new Tag("x".repeat(101)));
  }
}
