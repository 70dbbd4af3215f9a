package dev.hexdesk.domain.user;

import static dev.hexdesk.domain.Fixtures.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UserChangesTest {
  private static final UserProfile PRESENT =
      aUser().named("alice").called("Alice", "Stone").withRoles(Role.SUPPORT).profile();
  private static final UserProfile WANTED =
      aUser()
          .named("elisa")
          .called("Elisa", "Rock")
          .withRoles(Role.MANAGER)
          .disabled()
          .loginDenied()
          .profile();

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
