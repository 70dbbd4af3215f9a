package dev.hexdesk.domain.access;

import static dev.hexdesk.domain.Fixtures.anActor;
import static dev.hexdesk.domain.Fixtures.narrowed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.UserId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActorTest {
  @Test
  void isAnAdministratorByRole() {
    assertThat(anActor(Role.ADMIN).isAdministrator()).isTrue();
    assertThat(anActor(Role.SUPPORT, Role.ADMIN).isAdministrator()).isTrue();
    assertThat(anActor(Role.MANAGER, Role.SUPPORT).isAdministrator()).isFalse();
    assertThat(anActor().isAdministrator()).isFalse();
  }

  @Test
  void reachesEverythingUnlessNarrowed() {
    assertThat(anActor().reaches(Scope.USERS_READ)).isTrue();
    assertThat(narrowed(anActor(), Scope.USERS_READ).reaches(Scope.USERS_READ)).isTrue();
    assertThat(narrowed(anActor(), Scope.USERS_READ).reaches(Scope.USERS_WRITE)).isFalse();
    assertThat(narrowed(anActor()).reaches(Scope.USERS_READ)).isFalse();
  }

  @Test
  void keepsWhatItWasMadeOf() {
    Set<Role> roles = EnumSet.of(Role.SUPPORT);
    Set<Scope> scopes = EnumSet.of(Scope.TICKETS_READ);
    Actor actor = new Actor(new UserId(1), roles, false, Optional.of(scopes));

    roles.add(Role.ADMIN);
    scopes.add(Scope.USERS_WRITE);

    assertThat(actor).isEqualTo(narrowed(anActor(Role.SUPPORT), Scope.TICKETS_READ));
  }
}
