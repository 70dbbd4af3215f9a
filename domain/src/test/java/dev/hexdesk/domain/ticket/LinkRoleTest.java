package dev.hexdesk.domain.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.domain.shared.Coded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkRoleTest {
  @Test
  void bearsItsCode() {
    assertThat(LinkRole.BLOCKED_BY.code()).isEqualTo("blocked_by");
  }

  @ParameterizedTest
  @CsvSource({
    "related, related",
    "blocks, blocked_by",
    "blocked_by, blocks",
    "duplicates, duplicated_by",
    "duplicated_by, duplicates"
  })
  void looksDifferentFromTheOtherSide(String here, String there) {
    assertThat(Coded.find(LinkRole.class, here).map(LinkRole::opposite))
        .isEqualTo(Coded.find(LinkRole.class, there));
  }
}
