package dev.hexdesk.domain.access;

import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anActor;
import static dev.hexdesk.domain.Fixtures.disabled;
import static dev.hexdesk.domain.Fixtures.narrowed;
import static dev.hexdesk.domain.TestRules.rolePolicy;
import static dev.hexdesk.domain.user.Role.ADMIN;
import static dev.hexdesk.domain.user.Role.MANAGER;
import static dev.hexdesk.domain.user.Role.SUPPORT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.domain.access.Decision.Granted;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Decision.MissingScope;
import dev.hexdesk.domain.access.Decision.UserDisabled;
import dev.hexdesk.domain.user.Role;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RolePolicyTest {
  private static final Decision GRANTED = new Granted();

  /** Everybody's permissions, as the API contract lists them. */
  @ParameterizedTest
  @CsvSource({
    "USER_READ, true, true, false",
    "USER_UPDATE_CONTACTS, true, true, false",
    "USER_UPDATE_DISABLED, true, true, false",
    "USER_UPDATE_LOGIN_DENIED, true, true, false",
    "USER_CREATE, true, false, false",
    "USER_UPDATE, true, false, false",
    "USER_UPDATE_PASSWORD, true, false, false",
    "USER_DELETE, true, false, false",
    "EMPLOYEE_READ, true, true, true",
    "EMPLOYEE_CREATE, true, true, false",
    "EMPLOYEE_UPDATE, true, true, false",
    "EMPLOYEE_DELETE, true, true, false",
    "EMPLOYEE_IMPORT, true, true, false",
    "PRIVACY_ERASE, true, true, false",
    "TICKET_CREATE, true, true, true",
    "TICKET_READ, true, true, true",
    "TICKET_UPDATE, true, true, true",
    "TICKET_DELETE, true, true, true",
    "TICKET_IMPORT, true, true, false",
    "TICKET_EXPORT, true, true, true",
    "COMMENT_READ, true, true, true",
    "COMMENT_READ_INTERNAL, true, true, true",
    "COMMENT_CREATE, true, true, true",
    "COMMENT_DELETE, true, false, false"
  })
  void grantsWhatTheTableSays(
      Permission permission, boolean admin, boolean manager, boolean support) {
    assertThat(mayDo(permission, ADMIN)).isEqualTo(admin);
    assertThat(mayDo(permission, MANAGER)).isEqualTo(manager);
    assertThat(mayDo(permission, SUPPORT)).isEqualTo(support);
    assertThat(mayDo(permission)).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void namesThePermissionThatIsMissing(Permission permission) {
    assertThat(rolePolicy().decide(anActor(), permission))
        .isEqualTo(new MissingPermission(permission));
  }

  @ParameterizedTest
  @EnumSource
  void namesTheScopeThatIsMissing(Permission permission) {
    Set<Scope> others = EnumSet.allOf(Scope.class);
    others.remove(permission.scope());

    assertThat(
            rolePolicy().decide(narrowed(anActor(ADMIN), others.toArray(new Scope[0])), permission))
        .isEqualTo(new MissingScope(permission, permission.scope()));
    assertThat(rolePolicy().decide(narrowed(anActor(ADMIN), permission.scope()), permission))
        .isEqualTo(GRANTED);
  }

  @Test
  void aScopeGrantsNothingThatNoRoleDoes() {
    assertThat(
            rolePolicy().decide(narrowed(anActor(SUPPORT), Scope.USERS_READ), Permission.USER_READ))
        .isEqualTo(new MissingPermission(Permission.USER_READ));
  }

  @ParameterizedTest
  @EnumSource
  void nothingIsOpenToTheDisabled(Permission permission) {
    assertThat(rolePolicy().decide(disabled(anActor(ADMIN)), permission))
        .isEqualTo(new UserDisabled());
    assertThat(rolePolicy().decide(disabled(anActor()), permission)).isEqualTo(new UserDisabled());
  }

  @Test
  void aRoleThatIsLeftOutGrantsNothing() {
    RolePolicy policy = new RolePolicy(Map.of(SUPPORT, Set.of(Permission.TICKET_READ)));

    assertThat(policy.grantedTo(Set.of(ADMIN, MANAGER))).isEmpty();
    assertThat(policy.grantedTo(Set.of(ADMIN, SUPPORT))).containsExactly(Permission.TICKET_READ);
  }

  @Test
  void keepsWhatItWasMadeOf() {
    Set<Permission> granted = new HashSet<>(Set.of(Permission.TICKET_READ));
    Map<Role, Set<Permission>> grants = new EnumMap<>(Map.of(SUPPORT, granted));
    RolePolicy policy = new RolePolicy(grants);

    granted.add(Permission.USER_DELETE);
    grants.clear();
    policy.grantedTo(Set.of(SUPPORT)).add(Permission.USER_CREATE);

    assertThat(policy.grantedTo(Set.of(SUPPORT))).containsExactly(Permission.TICKET_READ);
  }

  @Test
  void decidesAllByTheFirstThatIsRefused() {
    Actor manager = anActor(MANAGER);

    assertThat(rolePolicy().decideAll(manager, Set.of())).isEqualTo(GRANTED);
    assertThat(
            rolePolicy()
                .decideAll(manager, Set.of(Permission.USER_READ, Permission.EMPLOYEE_UPDATE)))
        .isEqualTo(GRANTED);
    assertThat(
            rolePolicy()
                .decideAll(
                    manager,
                    Set.of(Permission.TICKET_READ, Permission.USER_DELETE, Permission.USER_CREATE)))
        .isEqualTo(new MissingPermission(Permission.USER_CREATE));
  }

  @Test
  void ticketsAreGivenToEnabledUsersWhoMayChangeThem() {
    assertThat(rolePolicy().mayBeAssigned(aUser().withRoles(SUPPORT).build())).isTrue();
    assertThat(rolePolicy().mayBeAssigned(aUser().withRoles(SUPPORT).loginDenied().build()))
        .isTrue();
    assertThat(rolePolicy().mayBeAssigned(aUser().withRoles(SUPPORT).disabled().build())).isFalse();
    assertThat(rolePolicy().mayBeAssigned(aUser().build())).isFalse();

    RolePolicy readers = new RolePolicy(Map.of(SUPPORT, Set.of(Permission.TICKET_READ)));
    assertThat(readers.mayBeAssigned(aUser().withRoles(SUPPORT).build())).isFalse();
  }

  @Test
  void permitsWhatItGrantsAndNothingElse() {
    assertThat(rolePolicy().permits(anActor(SUPPORT), Permission.TICKET_READ)).isTrue();
    assertThat(rolePolicy().permits(anActor(SUPPORT), Permission.USER_READ)).isFalse();
  }

  @Test
  void tellsWhatIsInForce() {
    Actor reader = narrowed(anActor(MANAGER), Scope.TICKETS_READ, Scope.USERS_READ);

    assertThat(rolePolicy().permissionsOf(reader))
        .containsExactly(
            Permission.USER_READ,
            Permission.TICKET_READ,
            Permission.TICKET_EXPORT,
            Permission.COMMENT_READ);
    assertThat(rolePolicy().scopesOf(reader)).containsExactly(Scope.USERS_READ, Scope.TICKETS_READ);
    assertThat(rolePolicy().permissionsOf(disabled(reader))).isEmpty();
    assertThat(rolePolicy().scopesOf(disabled(reader))).isEmpty();
    assertThat(rolePolicy().permissionsOf(anActor(ADMIN))).containsExactly(Permission.values());
    assertThat(rolePolicy().scopesOf(anActor(SUPPORT)))
        .containsExactly(
            Scope.EMPLOYEES_READ, Scope.TICKETS_READ, Scope.TICKETS_WRITE, Scope.COMMENTS_INTERNAL);
  }

  @Test
  void administratorsAloneReadWhatWasDeletedAndRewriteWhatHappened() {
    assertThat(rolePolicy().mayReadHistoryOfDeleted(anActor(ADMIN))).isTrue();
    assertThat(rolePolicy().mayReadHistoryOfDeleted(anActor(MANAGER, SUPPORT))).isFalse();
    assertThat(rolePolicy().mayRewriteHistory(anActor(ADMIN))).isTrue();
    assertThat(rolePolicy().mayRewriteHistory(anActor(MANAGER, SUPPORT))).isFalse();
  }

  private static boolean mayDo(Permission permission, Role... roles) {
    return rolePolicy().decide(anActor(roles), permission).equals(GRANTED);
  }
}
