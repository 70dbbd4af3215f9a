package dev.hexdesk.application.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagingValuesTest {
  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void aPageHasAtLeastOneItem(int limit) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PageSelection(limit, Optional.empty(), false))
        .withMessage("a page has at least one item, not " + limit);
  }

  @Test
  void theFirstPageBeginsAtTheTopAndIsNotCounted() {
    assertThat(PageSelection.first(1)).isEqualTo(new PageSelection(1, Optional.empty(), false));
  }

  @Test
  void aPageKeepsItsItems() {
    List<String> items = new ArrayList<>(List.of("a"));
    Page<String> page = new Page<>(items, Optional.empty(), OptionalLong.empty());
    items.add("b");

    assertThat(page.items()).containsExactly("a");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> page.items().add("c"));
  }

  @Test
  void failuresOfStorageTellTheirCause() {
    Throwable cause = new IllegalStateException("gone");

    assertThat(new StorageUnavailable(cause)).hasCause(cause);
    assertThat(new StaleVersion("the user")).hasMessageStartingWith("the user");
    assertThat(new InvalidPosition("no")).hasMessage("no").hasNoCause();
    assertThat(new InvalidPosition("no").getStackTrace()).isEmpty();
  }
}
