package dev.hexdesk.application.contract;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.user.CredentialRepository.AuthenticationState;
import dev.hexdesk.domain.user.Credentials;
import dev.hexdesk.domain.user.PasswordHash;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.Username;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@code CredentialRepository} promises. */
public abstract class CredentialRepositoryContract extends StoreContract {
  private static final UserId NOBODY = new UserId(987_654_321);
  private static final PasswordHash OTHER = new PasswordHash("$other$");
  private static final PasswordHash THIRD = new PasswordHash("$third$");

  @Test
  void findsTheHashThatTheUserWasStoredWith() {
    User alice = given.user(aUser().named("alice"));

    Credentials known = credentialsOf(alice);

    assertThat(known.userId()).isEqualTo(alice.id());
    assertThat(known.username()).isEqualTo(new Username("alice"));
    assertThat(known.hash()).isEqualTo(StoreFixture.HASH);
    assertThat(known.loginDenied()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"élodie", "ÉLODIE", "E\u0301lodie", "ｅ\u0301ｌｏｄｉｅ"})
  void findsAUserByTheirNameInAnySpelling(String spelling) {
    User user = given.user(aUser().named("Élodie"));

    assertThat(store.credentials().find(new Username(spelling))).contains(credentialsOf(user));
  }

  @Test
  void findsNothingOfUnknownUsers() {
    given.user(aUser().named("alice"));

    assertThat(store.credentials().find(new Username("alic%"))).isEmpty();
    assertThat(store.credentials().find(NOBODY)).isEmpty();
    assertThat(store.credentials().authenticationStateOf(NOBODY)).isEmpty();
  }

  @Test
  void countsTheMakesOfHashes() {
    String old = "$argon2id$v=19$m=64,t=1,p=1";
    String present = "$argon2id$v=19$m=128,t=2,p=1";
    assertThat(store.credentials().countHashesByParameters()).isEmpty();
    Map<String, String> hashes =
        Map.of("alice", old + "$a$b", "bobby", old + "$c+/$d", "carol", present + "$a$b");
    hashes.forEach(
        (name, hash) ->
            store
                .credentials()
                .changePassword(given.user(aUser().named(name)).id(), new PasswordHash(hash)));

    assertThat(store.credentials().countHashesByParameters())
        .isEqualTo(Map.of(old, 2L, present, 1L));
  }

  @Test
  void tellsHowAUserStandsAtThisMoment() {
    User alice = given.user(aUser().named("alice").withRoles(Role.ADMIN, Role.SUPPORT));
    long epoch = authenticationStateOf(alice).epoch();
    assertThat(authenticationStateOf(alice)).isEqualTo(new AuthenticationState(alice, epoch));

    User demoted =
        alice.with(aUser().named("alice").withRoles(Role.MANAGER).disabled().profile(), NOON);
    inTransaction(() -> store.users().update(demoted));

    assertThat(authenticationStateOf(alice)).isEqualTo(new AuthenticationState(demoted, epoch));
  }

  @Test
  void tellsWhoseLoginIsDenied() {
    User alice = given.user(aUser().named("alice").loginDenied());

    assertThat(credentialsOf(alice).loginDenied()).isTrue();
  }

  @Test
  void anotherPasswordBeginsAnotherEpoch() {
    User alice = given.user(aUser().named("alice"));
    User bob = given.user(aUser().named("bob"));
    long first = credentialsOf(alice).epoch();

    assertThat(store.credentials().changePassword(alice.id(), OTHER)).isTrue();

    assertThat(credentialsOf(alice).hash()).isEqualTo(OTHER);
    assertThat(credentialsOf(alice).epoch()).isGreaterThan(first);
    assertThat(authenticationStateOf(alice).epoch()).isEqualTo(credentialsOf(alice).epoch());
    assertThat(credentialsOf(bob).hash()).isEqualTo(StoreFixture.HASH);
  }

  @Test
  void theSamePasswordSetAgainBeginsAnotherEpochToo() {
    User alice = given.user(aUser().named("alice"));
    long first = credentialsOf(alice).epoch();

    assertThat(store.credentials().changePassword(alice.id(), StoreFixture.HASH)).isTrue();

    assertThat(credentialsOf(alice).epoch()).isGreaterThan(first);
  }

  @Test
  void aPasswordOfNobodyIsNotChanged() {
    assertThat(store.credentials().changePassword(NOBODY, OTHER)).isFalse();
    assertThat(store.credentials().changePassword(NOBODY, 0, OTHER)).isFalse();
  }

  @Test
  void aChangeThatWasDecidedInAnotherEpochIsNotMade() {
    User alice = given.user(aUser().named("alice"));
    long first = credentialsOf(alice).epoch();
    assertThat(store.credentials().changePassword(alice.id(), first, OTHER)).isTrue();
    Credentials changed = credentialsOf(alice);

    assertThat(store.credentials().changePassword(alice.id(), first, THIRD)).isFalse();

    assertThat(changed.hash()).isEqualTo(OTHER);
    assertThat(changed.epoch()).isGreaterThan(first);
    assertThat(credentialsOf(alice)).isEqualTo(changed);
  }

  @Test
  void aRenewedHashVoidsNothing() {
    User alice = given.user(aUser().named("alice"));
    User bob = given.user(aUser().named("bob"));
    long epoch = credentialsOf(alice).epoch();

    store.credentials().renewHash(alice.id(), StoreFixture.HASH, OTHER);

    assertThat(credentialsOf(alice))
        .isEqualTo(new Credentials(alice.id(), new Username("alice"), OTHER, epoch, false));
    assertThat(credentialsOf(bob).hash()).isEqualTo(StoreFixture.HASH);
  }

  @Test
  void aHashIsNotRenewedOnceThePasswordWasChanged() {
    User alice = given.user(aUser().named("alice"));
    store.credentials().changePassword(alice.id(), OTHER);

    store.credentials().renewHash(alice.id(), StoreFixture.HASH, THIRD);

    assertThat(credentialsOf(alice).hash()).isEqualTo(OTHER);
  }

  @Test
  void renewingTheHashOfNobodyDoesNothing() {
    store.credentials().renewHash(NOBODY, StoreFixture.HASH, OTHER);

    assertThat(store.credentials().find(NOBODY)).isEmpty();
  }

  @Test
  void aNewPasswordLeavesTheUserAsTheyAre() {
    User alice = given.user(aUser().named("alice"));

    store.credentials().changePassword(alice.id(), OTHER);

    assertThat(store.users().find(alice.id())).contains(alice);
  }

  private Credentials credentialsOf(User user) {
    return store.credentials().find(user.id()).orElseThrow();
  }

  private AuthenticationState authenticationStateOf(User user) {
    return store.credentials().authenticationStateOf(user.id()).orElseThrow();
  }
}
