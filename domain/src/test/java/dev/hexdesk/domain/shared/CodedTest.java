package dev.hexdesk.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.ticket.LinkRole;
import dev.hexdesk.domain.ticket.Priority;
import org.junit.jupiter.api.Test;

class CodedTest {
  @Test
  void isWrittenAsTheNameInLowerCase() {
    assertThat(LinkRole.BLOCKED_BY.code()).isEqualTo("blocked_by");
  }

  @Test
  void isFoundByItsCode() {
    assertThat(Coded.find(LinkRole.class, "blocked_by")).contains(LinkRole.BLOCKED_BY);
    assertThat(Coded.find(Scope.class, "users:read")).contains(Scope.USERS_READ);
    assertThat(Coded.find(LinkRole.class, "BLOCKED_BY")).isEmpty();
  }

  @Test
  void hasItsCodesListedInTheirOrder() {
    assertThat(Coded.codes(Priority.class)).containsExactly("low", "normal", "high", "urgent");
  }
}
