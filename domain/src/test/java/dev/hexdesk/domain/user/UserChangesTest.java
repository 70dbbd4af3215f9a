package dev.hexdesk.domain.user;

import static dev.hexdesk.domain.user.UserAttribute.PRESENT;
import static dev.hexdesk.domain.user.UserAttribute.WANTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UserChangesTest {
  @ParameterizedTest
  @EnumSource
  void changesTheAttributeAndNoOther(UserAttribute attribute) {
    UserProfile changed = UserAttribute.changes(WANTED, EnumSet.of(attribute)).appliedTo(PRESENT);

    for (UserAttribute each : UserAttribute.values()) {
      UserProfile expected = each == attribute ? WANTED : PRESENT;
      assertThat(each.of(changed)).as("%s", each).isEqualTo(each.of(expected));
    }
  }

  @Test
  void changesEverythingOrNothing() {
    assertThat(UserAttribute.changes(WANTED, EnumSet.allOf(UserAttribute.class)).appliedTo(PRESENT))
        .isEqualTo(WANTED);
    assertThat(UserAttribute.changes(WANTED, Set.of()).appliedTo(PRESENT)).isEqualTo(PRESENT);
  }
}
