package dev.hexdesk.domain.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LinkRoleTest {
  @ParameterizedTest
  @EnumSource
  void isFoundByItsCode(LinkRole role) {
    assertThat(LinkRole.of(role.code())).contains(role);
  }

  @Test
  void isNothingElse() {
    assertThat(LinkRole.BLOCKED_BY.code()).isEqualTo("blocked_by");
    assertThat(LinkRole.of("BLOCKS")).isEmpty();
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
    assertThat(LinkRole.of(here).map(LinkRole::opposite)).isEqualTo(LinkRole.of(there));
  }
}
