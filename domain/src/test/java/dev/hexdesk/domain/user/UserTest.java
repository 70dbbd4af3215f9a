package dev.hexdesk.domain.user;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.domain.shared.Version;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UserTest {
  private static final Instant LATER = NOON.plusSeconds(60);

  @Test
  void countsEachChange() {
    User alice = aUser().withId(7).named("alice").withVersion(5).build();
    UserProfile changed = aUser().named("alice").disabled().profile();

    assertThat(alice.with(changed, LATER))
        .isEqualTo(new User(new UserId(7), changed, new Version(6), NOON, LATER));
  }

  @Test
  void isTheVerySameWhenNothingDiffers() {
    User alice = aUser().named("alice").withRoles(Role.SUPPORT).build();

    assertThat(alice.with(aUser().named("alice").withRoles(Role.SUPPORT).profile(), LATER))
        .isSameAs(alice);
  }

  @Test
  void aNameInOtherLettersIsAChange() {
    User alice = aUser().named("alice").build();

    assertThat(alice.with(aUser().named("ALICE").profile(), LATER).version())
        .isEqualTo(new Version(2));
  }

  @Test
  void isAnAdministratorByRole() {
    assertThat(aUser().withRoles(Role.ADMIN, Role.SUPPORT).build().isAdministrator()).isTrue();
    assertThat(aUser().withRoles(Role.ADMIN).disabled().build().isAdministrator()).isTrue();
    assertThat(aUser().withRoles(Role.MANAGER, Role.SUPPORT).build().isAdministrator()).isFalse();
  }

  @Test
  void keepsTheRolesThatItWasMadeOf() {
    Set<Role> roles = EnumSet.of(Role.SUPPORT);
    UserProfile profile = profile(roles, false, false);

    roles.add(Role.ADMIN);

    assertThat(profile.roles()).containsExactly(Role.SUPPORT);
  }

  private static UserProfile profile(Set<Role> roles, boolean disabled, boolean loginDenied) {
    UserProfile plain = aUser().profile();
    return new UserProfile(
        plain.username(),
        plain.firstName(),
        plain.lastName(),
        plain.phone(),
        plain.email(),
        roles,
        disabled,
        loginDenied);
  }
}
