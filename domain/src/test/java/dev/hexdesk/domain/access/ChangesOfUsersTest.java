package dev.hexdesk.domain.access;

import static dev.hexdesk.domain.access.Permission.USER_UPDATE;
import static dev.hexdesk.domain.access.Permission.USER_UPDATE_CONTACTS;
import static dev.hexdesk.domain.access.Permission.USER_UPDATE_DISABLED;
import static dev.hexdesk.domain.access.Permission.USER_UPDATE_LOGIN_DENIED;
import static dev.hexdesk.domain.user.UserAttribute.PRESENT;
import static dev.hexdesk.domain.user.UserAttribute.WANTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.domain.user.UserAttribute;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChangesOfUsersTest {
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
    assertThat(RolePolicy.neededFor(UserAttribute.changes(PRESENT, EnumSet.of(attribute))))
        .containsExactly(permission);
    assertThat(RolePolicy.neededFor(UserAttribute.changes(WANTED, EnumSet.of(attribute))))
        .containsExactly(permission);
  }

  @Test
  void whatNamesNoAttributeAsksForTheLeastPermissionToChange() {
    assertThat(RolePolicy.neededFor(UserAttribute.changes(WANTED, Set.of())))
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
                RolePolicy.neededFor(UserAttribute.changes(WANTED, EnumSet.of(attribute)))));

    assertThat(RolePolicy.neededFor(UserAttribute.changes(WANTED, together))).isEqualTo(needed);
  }
}
