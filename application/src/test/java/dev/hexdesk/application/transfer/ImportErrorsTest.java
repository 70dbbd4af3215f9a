package dev.hexdesk.application.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImportErrorsTest {
  private final ImportErrors errors = new ImportErrors();

  private void add(long line, String field) {
    errors.add(line, field, "type", "must be a text");
  }

  @Test
  void tellsTheFirstLinesWhoeverFindsThemWhenever() {
    for (long line = 10; line < 10 + 3 * ImportErrors.MOST; line++) {
      add(line, "title");
    }
    add(3, "owner_id");
    errors.addMore(7);

    assertThat(errors.count()).isEqualTo(3 * ImportErrors.MOST + 8);
    assertThat(errors.first()).hasSize(ImportErrors.MOST);
    assertThat(errors.first().getFirst().line()).isEqualTo(3);
    assertThat(errors.first().getLast().line()).isEqualTo(8 + ImportErrors.MOST);
  }

  @Test
  void tellsOfALineInTheOrderInWhichItWasFound() {
    add(2, "title");
    add(1, "tags");
    add(2, "description");

    assertThat(errors.first())
        .extracting(it -> it.line() + " " + it.field())
        .containsExactly("1 tags", "2 title", "2 description");
  }

  @Test
  void isEmptyUntilSomethingIsWrong() {
    assertThat(errors.isEmpty()).isTrue();
    errors.addMore(1);
    assertThat(errors.isEmpty()).isFalse();
    assertThat(errors.first()).isEmpty();
  }
}
