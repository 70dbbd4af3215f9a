package dev.hexdesk.domain.access;

import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anActor;
import static dev.hexdesk.domain.TestRules.rolePolicy;
import static dev.hexdesk.domain.access.Permission.USER_UPDATE;
import static dev.hexdesk.domain.access.Permission.USER_UPDATE_CONTACTS;
import static dev.hexdesk.domain.access.Permission.USER_UPDATE_DISABLED;
import static dev.hexdesk.domain.access.Permission.USER_UPDATE_LOGIN_DENIED;
import static dev.hexdesk.domain.user.Role.ADMIN;
import static dev.hexdesk.domain.user.Role.MANAGER;
import static dev.hexdesk.domain.user.Role.SUPPORT;
import static dev.hexdesk.domain.user.UserAttribute.PRESENT;
import static dev.hexdesk.domain.user.UserAttribute.WANTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.domain.access.Decision.Escalation;
import dev.hexdesk.domain.access.Decision.Granted;
import dev.hexdesk.domain.access.Decision.ReservedToAdministrators;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserAttribute;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UserChangePolicyTest {
  private static final Decision GRANTED = new Granted();

  private final UserChangePolicy policy = new UserChangePolicy(rolePolicy());

  static Stream<Arguments> permissions() {
    return Stream.of(
        Arguments.of(UserAttribute.USERNAME, USER_UPDATE),
        Arguments.of(UserAttribute.FIRST_NAME, USER_UPDATE_CONTACTS),
        Arguments.of(UserAttribute.LAST_NAME, USER_UPDATE_CONTACTS),
        Arguments.of(UserAttribute.PHONE, USER_UPDATE_CONTACTS),
        Arguments.of(UserAttribute.EMAIL, USER_UPDATE_CONTACTS),
        Arguments.of(UserAttribute.ROLES, USER_UPDATE),
        Arguments.of(UserAttribute.DISABLED, USER_UPDATE_DISABLED),
        Arguments.of(UserAttribute.LOGIN_DENIED, USER_UPDATE_LOGIN_DENIED));
  }

  @ParameterizedTest
  @MethodSource("permissions")
  void eachAttributeAsksForItsOwnPermission(UserAttribute attribute, Permission permission) {
    assertThat(
            UserChangePolicy.permissionsFor(UserAttribute.changes(PRESENT, EnumSet.of(attribute))))
        .containsExactly(permission);
    assertThat(
            UserChangePolicy.permissionsFor(UserAttribute.changes(WANTED, EnumSet.of(attribute))))
        .containsExactly(permission);
  }

  @Test
  void whatNamesNoAttributeAsksForTheLeastPermissionToChange() {
    assertThat(UserChangePolicy.permissionsFor(UserAttribute.changes(WANTED, Set.of())))
        .containsExactly(USER_UPDATE_CONTACTS);
  }

  @Property
  void severalAttributesAskForAllOfTheirPermissions(
      @ForAll Set<UserAttribute> some, @ForAll UserAttribute another) {
    Set<UserAttribute> together = EnumSet.of(another);
    together.addAll(some);
    Set<Permission> needed = EnumSet.noneOf(Permission.class);
    together.forEach(
        attribute ->
            needed.addAll(
                UserChangePolicy.permissionsFor(
                    UserAttribute.changes(WANTED, EnumSet.of(attribute)))));

    assertThat(UserChangePolicy.permissionsFor(UserAttribute.changes(WANTED, together)))
        .isEqualTo(needed);
  }

  @Test
  void onlyAnAdministratorMayChangeOne() {
    User admin = aUser().withRoles(ADMIN, SUPPORT).build();
    User manager = aUser().withRoles(MANAGER, SUPPORT).build();
    Permission permission = Permission.USER_UPDATE_CONTACTS;

    assertThat(policy.decideChange(anActor(MANAGER), admin, permission))
        .isEqualTo(new ReservedToAdministrators(permission));
    assertThat(policy.decideChange(anActor(ADMIN), admin, permission)).isEqualTo(GRANTED);
    assertThat(policy.decideChange(anActor(MANAGER), manager, permission)).isEqualTo(GRANTED);
    assertThat(policy.decideChange(anActor(ADMIN), manager, permission)).isEqualTo(GRANTED);
  }

  @Test
  void nobodyGetsHoldOfALoginThatCanDoMoreThanTheyCan() {
    Permission permission = Permission.USER_UPDATE_PASSWORD;

    assertThat(takeover(anActor(SUPPORT), MANAGER)).isEqualTo(new Escalation(permission));
    assertThat(takeover(anActor(SUPPORT), MANAGER, SUPPORT)).isEqualTo(new Escalation(permission));
    assertThat(takeover(anActor(), SUPPORT)).isEqualTo(new Escalation(permission));
    assertThat(takeover(anActor(MANAGER, SUPPORT), ADMIN))
        .isEqualTo(new ReservedToAdministrators(permission));
    assertThat(takeover(anActor(SUPPORT), SUPPORT)).isEqualTo(GRANTED);
    assertThat(takeover(anActor(SUPPORT))).isEqualTo(GRANTED);
    assertThat(takeover(anActor(MANAGER), SUPPORT)).isEqualTo(GRANTED);
    assertThat(takeover(anActor(ADMIN), ADMIN)).isEqualTo(GRANTED);
  }

  private Decision takeover(Actor actor, Role... roles) {
    return policy.decideCredentialChange(
        actor, aUser().withRoles(roles).build(), Permission.USER_UPDATE_PASSWORD);
  }

  @Test
  void anAdministratorGetsHoldOfAnyLoginWhateverTheRoleGrants() {
    UserChangePolicy readers =
        new UserChangePolicy(new RolePolicy(Map.of(MANAGER, Set.of(Permission.USER_READ))));

    assertThat(
            readers.decideCredentialChange(
                anActor(ADMIN),
                aUser().withRoles(MANAGER).build(),
                Permission.USER_UPDATE_PASSWORD))
        .isEqualTo(GRANTED);
  }

  @Test
  void onlyAnAdministratorMayMakeOrUnmakeOne() {
    Decision reserved = new ReservedToAdministrators(Permission.USER_UPDATE);

    assertThat(roles(anActor(MANAGER), Set.of(), Set.of(ADMIN))).isEqualTo(reserved);
    assertThat(roles(anActor(MANAGER), Set.of(ADMIN), Set.of())).isEqualTo(reserved);
    assertThat(roles(anActor(MANAGER), Set.of(ADMIN), Set.of(ADMIN))).isEqualTo(GRANTED);
    assertThat(roles(anActor(ADMIN), Set.of(), Set.of(ADMIN))).isEqualTo(GRANTED);
    assertThat(roles(anActor(ADMIN), Set.of(ADMIN), Set.of())).isEqualTo(GRANTED);
  }

  @Test
  void nobodyHandsOutARoleThatCanDoMoreThanTheyCan() {
    assertThat(roles(anActor(SUPPORT), Set.of(), Set.of(MANAGER)))
        .isEqualTo(new Escalation(Permission.USER_UPDATE));
    assertThat(roles(anActor(SUPPORT), Set.of(MANAGER), Set.of(MANAGER))).isEqualTo(GRANTED);
    assertThat(roles(anActor(SUPPORT), Set.of(MANAGER), Set.of(SUPPORT))).isEqualTo(GRANTED);
    assertThat(roles(anActor(MANAGER), Set.of(), Set.of(MANAGER, SUPPORT))).isEqualTo(GRANTED);
    assertThat(roles(anActor(), Set.of(), Set.of())).isEqualTo(GRANTED);
  }

  private Decision roles(Actor actor, Set<Role> before, Set<Role> after) {
    return policy.decideRoleChange(actor, before, after, Permission.USER_UPDATE);
  }
}
