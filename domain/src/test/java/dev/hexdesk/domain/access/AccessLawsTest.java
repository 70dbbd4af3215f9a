package dev.hexdesk.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.domain.access.Decision.Granted;
import dev.hexdesk.domain.access.Decision.ReservedToAdministrators;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.UserId;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The laws of access, whatever the operator grants. */
class AccessLawsTest {
  private static final Decision GRANTED = new Granted();

  @Property
  void whatSeveralRolesGrantAddsUp(
      @ForAll Map<Role, Set<Permission>> grants, @ForAll Set<Role> some, @ForAll Set<Role> others) {
    RolePolicy policy = new RolePolicy(grants);

    assertThat(policy.grantedTo(union(some, others)))
        .isEqualTo(union(policy.grantedTo(some), policy.grantedTo(others)));
  }

  @Property
  void anotherRoleTakesNothingAway(
      @ForAll Map<Role, Set<Permission>> grants,
      @ForAll Set<Role> some,
      @ForAll Set<Role> others,
      @ForAll Permission permission) {
    RolePolicy policy = new RolePolicy(grants);

    if (policy.decide(actor(some, Optional.empty()), permission).equals(GRANTED)) {
      assertThat(policy.decide(actor(union(some, others), Optional.empty()), permission))
          .isEqualTo(GRANTED);
    }
  }

  @Property
  void scopesNarrowAndNeverWiden(
      @ForAll Map<Role, Set<Permission>> grants,
      @ForAll Set<Role> roles,
      @ForAll Set<Scope> scopes,
      @ForAll Permission permission) {
    RolePolicy policy = new RolePolicy(grants);

    boolean free = policy.decide(actor(roles, Optional.empty()), permission).equals(GRANTED);
    boolean narrowed = policy.decide(actor(roles, Optional.of(scopes)), permission).equals(GRANTED);

    assertThat(narrowed).isEqualTo(free && scopes.contains(permission.scope()));
  }

  @Property
  void whatIsInForceIsWhatIsGranted(
      @ForAll Map<Role, Set<Permission>> grants,
      @ForAll Set<Role> roles,
      @ForAll Optional<Set<Scope>> scopes,
      @ForAll boolean disabled) {
    RolePolicy policy = new RolePolicy(grants);
    Actor actor = new Actor(new UserId(1), roles, disabled, scopes);
    Set<Permission> granted = EnumSet.allOf(Permission.class);
    granted.removeIf(permission -> !policy.decide(actor, permission).equals(GRANTED));

    assertThat(policy.permissionsOf(actor)).isEqualTo(granted);
    assertThat(policy.scopesOf(actor))
        .isEqualTo(new HashSet<>(granted.stream().map(Permission::scope).toList()));
    assertThat(policy.decideAll(actor, granted)).isEqualTo(GRANTED);
  }

  @Property
  void allIsGrantedExactlyWhenEachIs(
      @ForAll Map<Role, Set<Permission>> grants,
      @ForAll Set<Role> roles,
      @ForAll Set<Permission> wanted) {
    RolePolicy policy = new RolePolicy(grants);
    Actor actor = actor(roles, Optional.empty());

    assertThat(policy.decideAll(actor, wanted).equals(GRANTED))
        .isEqualTo(policy.grantedTo(roles).containsAll(wanted));
  }

  @Property
  void nobodyMakesAnybodyMorePowerfulThanThemselves(
      @ForAll Map<Role, Set<Permission>> grants,
      @ForAll Set<Role> actors,
      @ForAll Set<Role> before,
      @ForAll Set<Role> after) {
    RolePolicy policy = new RolePolicy(grants);
    Actor actor = actor(actors, Optional.empty());

    Decision decision =
        new UserChangePolicy(policy).decideRoleChange(actor, before, after, Permission.USER_UPDATE);

    if (decision.equals(GRANTED) && !actor.isAdministrator()) {
      Set<Permission> gained = policy.grantedTo(after);
      gained.removeAll(policy.grantedTo(before));
      assertThat(policy.grantedTo(actors)).containsAll(gained);
      assertThat(after.contains(Role.ADMIN)).isEqualTo(before.contains(Role.ADMIN));
    }
  }

  @Property
  void administratorsMayGiveAndTakeAnyRole(
      @ForAll Map<Role, Set<Permission>> grants,
      @ForAll Set<Role> actors,
      @ForAll Set<Role> before,
      @ForAll Set<Role> after) {
    Actor admin = actor(union(actors, Set.of(Role.ADMIN)), Optional.empty());

    assertThat(
            new UserChangePolicy(new RolePolicy(grants))
                .decideRoleChange(admin, before, after, Permission.USER_UPDATE))
        .isEqualTo(GRANTED);
  }

  @Property
  void leavingRolesAsTheyAreIsOpenToAll(
      @ForAll Map<Role, Set<Permission>> grants,
      @ForAll Set<Role> actors,
      @ForAll Set<Role> roles) {
    assertThat(
            new UserChangePolicy(new RolePolicy(grants))
                .decideRoleChange(
                    actor(actors, Optional.empty()), roles, roles, Permission.USER_UPDATE))
        .isEqualTo(GRANTED);
  }

  @Property
  void theAdministratorsRoleIsReservedWhateverItGrants(
      @ForAll Map<Role, Set<Permission>> grants,
      @ForAll Set<Role> actors,
      @ForAll Set<Role> others,
      @ForAll Permission permission) {
    Actor actor = actor(without(actors, Role.ADMIN), Optional.empty());
    Set<Role> plain = without(others, Role.ADMIN);

    assertThat(
            new UserChangePolicy(new RolePolicy(grants))
                .decideRoleChange(actor, plain, union(plain, Set.of(Role.ADMIN)), permission))
        .isEqualTo(new ReservedToAdministrators(permission));
  }

  private static Actor actor(Set<Role> roles, Optional<Set<Scope>> scopes) {
    return new Actor(new UserId(1), roles, false, scopes);
  }

  private static <E> Set<E> union(Set<E> some, Set<E> others) {
    Set<E> all = new HashSet<>(some);
    all.addAll(others);
    return all;
  }

  private static <E> Set<E> without(Set<E> some, E one) {
    Set<E> rest = new HashSet<>(some);
    rest.remove(one);
    return rest;
  }
}
