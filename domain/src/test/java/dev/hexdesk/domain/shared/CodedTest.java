package dev.hexdesk.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.comment.Visibility;
import dev.hexdesk.domain.ticket.LinkRole;
import dev.hexdesk.domain.ticket.Priority;
import dev.hexdesk.domain.ticket.TicketAction;
import dev.hexdesk.domain.ticket.TicketStatus;
import dev.hexdesk.domain.user.Role;
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
  void everyValueIsFoundByItsCode() {
    findsAll(Permission.class);
    findsAll(Scope.class);
    findsAll(Role.class);
    findsAll(TicketStatus.class);
    findsAll(Priority.class);
    findsAll(TicketAction.class);
    findsAll(LinkRole.class);
    findsAll(Visibility.class);
  }

  private static <E extends Enum<E> & Coded> void findsAll(Class<E> kind) {
    assertThat(kind.getEnumConstants())
        .allSatisfy(
            value -> {
              assertThat(value.code()).isLowerCase();
              assertThat(Coded.find(kind, value.code())).contains(value);
            });
  }

  @Test
  void noValueIsFoundByAnythingElse() {
    findsNone(Permission.class, "", "user", "USER:READ", "user:read ", "USER_READ", "users:read");
    findsNone(Scope.class, "", "users", "USERS:READ", "user:read", "USERS_READ");
    findsNone(Role.class, "", "ADMIN", "Admin", "administrator", "admin ");
    findsNone(TicketStatus.class, "", "OPEN", "Open", "opened", "open ");
    findsNone(Priority.class, "", "LOW", "lowest", "low ");
    findsNone(TicketAction.class, "COMMENT_ADDED");
    findsNone(LinkRole.class, "BLOCKS");
    findsNone(Visibility.class, "INTERNAL");
  }

  private static <E extends Enum<E> & Coded> void findsNone(Class<E> kind, String... codes) {
    assertThat(codes).allSatisfy(code -> assertThat(Coded.find(kind, code)).isEmpty());
  }

  @Test
  void hasItsCodesListedInTheirOrder() {
    assertThat(Coded.codes(Priority.class)).containsExactly("low", "normal", "high", "urgent");
  }
}
