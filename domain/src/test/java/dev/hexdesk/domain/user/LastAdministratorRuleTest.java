package dev.hexdesk.domain.user;

import static dev.hexdesk.domain.Fixtures.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class LastAdministratorRuleTest {
  private static final User ADMINISTRATOR = aUser().withRoles(Role.ADMIN).build();
  private static final User MANAGER = aUser().withRoles(Role.MANAGER).build();

  @Property
  void whoIsEnabledAndFreeToLogInAdministers(
      @ForAll Set<Role> roles, @ForAll boolean disabled, @ForAll boolean loginDenied) {
    assertThat(LastAdministratorRule.isActiveAdministrator(profile(roles, disabled, loginDenied)))
        .isEqualTo(roles.contains(Role.ADMIN) && !disabled && !loginDenied);
  }

  @Property
  void theLastOneIsNeitherDemotedNorDisabledNorDenied(
      @ForAll Set<Role> roles,
      @ForAll boolean disabled,
      @ForAll boolean loginDenied,
      @ForAll boolean administers,
      @ForAll boolean hasAnother) {
    UserProfile changed = profile(roles, disabled, loginDenied);
    boolean stillAdministers = roles.contains(Role.ADMIN) && !disabled && !loginDenied;

    assertThat(
            LastAdministratorRule.forbidsChange(
                administers ? ADMINISTRATOR : MANAGER, changed, () -> hasAnother))
        .isEqualTo(administers && !stillAdministers && !hasAnother);
  }

  @Test
  void theLastOneIsNotDeleted() {
    assertThat(LastAdministratorRule.forbidsDeletion(ADMINISTRATOR, () -> false)).isTrue();
    assertThat(LastAdministratorRule.forbidsDeletion(ADMINISTRATOR, () -> true)).isFalse();
    assertThat(LastAdministratorRule.forbidsDeletion(MANAGER, () -> false)).isFalse();
  }

  @Test
  void asksForOthersOnlyWhereItMatters() {
    UserProfile plain = profile(Set.of(Role.SUPPORT), false, false);

    assertThat(LastAdministratorRule.forbidsChange(MANAGER, plain, () -> fail("asked"))).isFalse();
    assertThat(LastAdministratorRule.forbidsDeletion(MANAGER, () -> fail("asked"))).isFalse();
  }

  private static UserProfile profile(Set<Role> roles, boolean disabled, boolean loginDenied) {
    UserBuilder user = aUser().withRoles(roles.toArray(Role[]::new));
    if (disabled) {
      user.disabled();
    }
    if (loginDenied) {
      user.loginDenied();
    }
    return user.profile();
  }
}
