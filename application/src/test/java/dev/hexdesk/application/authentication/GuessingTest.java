package dev.hexdesk.application.authentication;

import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.actingAs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.application.authentication.IssueToken.Result;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserBuilder;
import dev.hexdesk.domain.user.Username;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody meets who guesses passwords, with the limits of the template. */
class GuessingTest {
  private static final String RIGHT = "Secret12!";
  private static final String WRONG = "Secret13!";
  private static final String HOME = "192.0.2.1";
  private static final String ELSEWHERE = "198.51.100.1";
  private static final Result.WrongCredentials REFUSED = new Result.WrongCredentials();

  private final TestUseCases desk = new TestUseCases();
  private final User alice = user(aUser().named("alice").withRoles(Role.SUPPORT));

  private void assertLetIn(String name) {
    assertThat(login(name, RIGHT)).isInstanceOf(Result.Issued.class);
  }

  private void assertRefused(String name) {
    assertThat(login(name, RIGHT)).isEqualTo(REFUSED);
  }

  @Test
  void tenFailuresLockTheUserForAMinute() {
    fail("alice", 9);
    assertLetIn("alice");

    fail("alice", 10);
    assertRefused("alice");
    assertLockedFor(Duration.ofMinutes(1));
  }

  @Test
  void eachFurtherFailureDoublesTheLock() {
    fail("alice", 10);
    desk.letPass(Duration.ofMinutes(1));
    fail("alice", 1);

    assertLockedFor(Duration.ofMinutes(2));
  }

  private void assertLockedFor(Duration time) {
    desk.letPass(time.minusMillis(1));
    assertRefused("alice");
    desk.letPass(Duration.ofMillis(1));
    assertLetIn("alice");
  }

  @Test
  void aSuccessEndsWhatWasBefore() {
    fail("alice", 10);
    desk.letPass(Duration.ofMinutes(1));
    assertLetIn("alice");

    fail("alice", 9);
    assertLetIn("alice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALICE", "ａｌｉｃｅ"})
  void spellingsOfANameAreOneName(String spelling) {
    fail(spelling, 10);

    assertRefused("alice");
  }

  @Test
  void othersStayAsTheyAre() {
    user(aUser().named("bobby"));
    fail("alice", 10);

    assertLetIn("bobby");
  }

  @Test
  void theUnknownTheLockedAndTheWrongCostTheSame() {
    fail("alice", 10);
    fail("nobody", 11);
    user(aUser().named("bobby"));
    fail("bobby", 1);

    assertRefused("alice");

    assertThat(desk.hasher.asked())
        .hasSize(23)
        .startsWith("verify")
        .endsWith("nothing", "nothing", "verify", "verify");
  }

  @Test
  void guessesThatComeAtOnceAreCountedBeforeTheRightOneIsTaken() {
    desk.hasher.meanwhile(() -> fail("alice", 10));

    assertRefused("alice");
  }

  @Test
  void whatWasRefusedDoesNotCountThoughTheLockEndsMeanwhile() {
    fail("alice", 10);
    desk.hasher.meanwhile(() -> desk.letPass(Duration.ofMinutes(1)));

    assertRefused("alice");
    assertLetIn("alice");
  }

  @Test
  void rightPasswordsThatComeAtOnceAreAllTaken() {
    fail("alice", 9);
    desk.hasher.meanwhile(
        () -> assertThat(login("alice", RIGHT)).isInstanceOf(Result.Issued.class));

    assertLetIn("alice");
  }

  @Test
  void aDeniedLoginIsNoFailure() {
    user(aUser().named("denied").loginDenied());
    for (int n = 0; n < 20; n++) {
      assertThat(login("denied", RIGHT)).isEqualTo(new Result.LoginDenied());
    }
    fail("denied", 10);
    assertRefused("denied");
  }

  @Test
  void aHundredFailuresFromOneAddressEndAllLoginsFromThere() {
    for (int n = 0; n < 100; n++) {
      assertThat(login("guess" + n, WRONG, HOME)).isEqualTo(REFUSED);
    }
    desk.letPass(Duration.ofMinutes(4));
    int asked = desk.hasher.asked().size();

    assertThat(login("alice", RIGHT, HOME))
        .isEqualTo(new Result.TooManyFailures(Duration.ofMinutes(6)));
    assertThat(desk.hasher.asked()).hasSize(asked);
    assertThat(login("alice", RIGHT, "192.0.2.2")).isInstanceOf(Result.Issued.class);
    desk.letPass(Duration.ofMinutes(6));
    assertThat(login("alice", RIGHT, HOME)).isInstanceOf(Result.Issued.class);
  }

  @Test
  void aSuccessDoesNotEndWhatAnAddressDid() {
    for (int n = 0; n < 99; n++) {
      login("guess" + n, WRONG, HOME);
    }
    assertThat(login("alice", RIGHT, HOME)).isInstanceOf(Result.Issued.class);
    login("another", WRONG, HOME);

    assertThat(login("alice", RIGHT, HOME)).isInstanceOf(Result.TooManyFailures.class);
  }

  @Test
  void aSiteOfManyNetworksHasAThousandFailures() {
    for (int n = 0; n < 1000; n++) {
      assertThat(login("guess" + n, WRONG, "2001:db8:0:%x::1".formatted(n))).isEqualTo(REFUSED);
    }
    int asked = desk.hasher.asked().size();

    assertThat(login("alice", RIGHT, "2001:db8:0:ffff::1"))
        .isEqualTo(new Result.TooManyFailures(Duration.ofMinutes(10)));
    assertThat(desk.hasher.asked()).hasSize(asked);
    assertThat(login("alice", RIGHT, "2001:db8:1::1")).isInstanceOf(Result.Issued.class);
    desk.letPass(Duration.ofMinutes(10));
    assertThat(login("alice", RIGHT, "2001:db8:0:ffff::1")).isInstanceOf(Result.Issued.class);
  }

  @Test
  void aHundredFailuresOfANetworkLeaveItsNeighboursAlone() {
    for (int n = 0; n < 100; n++) {
      login("guess" + n, WRONG, "2001:db8::" + n);
    }

    assertThat(login("alice", RIGHT, "2001:db8::1")).isInstanceOf(Result.TooManyFailures.class);
    assertThat(login("alice", RIGHT, "2001:db8:0:1::1")).isInstanceOf(Result.Issued.class);
  }

  @Test
  void aPasswordThatAnAdministratorSetsEndsTheLock() {
    fail("alice", 10);

    desk.setPassword(alice.id(), "Another1!");

    assertThat(login("alice", "Another1!")).isInstanceOf(Result.Issued.class);
  }

  @Test
  void guessesThatAreUnderWayDoNotLockWhomAnAdministratorUnlocks() {
    fail("alice", 9);
    desk.hasher.meanwhile(
        () -> {
          desk.letPass(Duration.ofMillis(1));
          desk.setPassword(alice.id(), "Another1!");
        });
    fail("alice", 1);

    fail("alice", 9);
    assertThat(login("alice", "Another1!")).isInstanceOf(Result.Issued.class);
  }

  @Test
  void nobodyElsewhereLocksOutWhoHasLoggedInFromThere() {
    assertThat(login("alice", RIGHT, HOME)).isInstanceOf(Result.Issued.class);
    fail("alice", 10);

    assertThat(login("alice", RIGHT, ELSEWHERE)).isEqualTo(REFUSED);
    assertThat(login("ALICE", RIGHT, HOME)).isInstanceOf(Result.Issued.class);
    // What they do at home ends nothing elsewhere.
    assertThat(login("alice", RIGHT, ELSEWHERE)).isEqualTo(REFUSED);
  }

  @Test
  void whoGuessesFromThereIsLimitedAlike() {
    assertThat(login("alice", RIGHT, HOME)).isInstanceOf(Result.Issued.class);
    for (int n = 0; n < 10; n++) {
      assertThat(login("alice", WRONG, HOME)).isEqualTo(REFUSED);
    }

    assertThat(login("alice", RIGHT, HOME)).isEqualTo(REFUSED);
    assertThat(login("alice", RIGHT, ELSEWHERE)).isInstanceOf(Result.Issued.class);
    desk.letPass(Duration.ofMinutes(1));
    assertThat(login("alice", RIGHT, HOME)).isInstanceOf(Result.Issued.class);
  }

  @Test
  void whereOthersHaveLoggedInCountsForThem() {
    user(aUser().named("bobby"));
    assertThat(login("bobby", RIGHT, HOME)).isInstanceOf(Result.Issued.class);
    fail("alice", 10);

    assertThat(login("alice", RIGHT, HOME)).isEqualTo(REFUSED);
  }

  @Test
  void whatFailsOrIsDeniedMakesNothingKnown() {
    User denied = user(aUser().named("denied").loginDenied());
    assertThat(login("alice", WRONG, HOME)).isEqualTo(REFUSED);
    assertThat(login("denied", RIGHT, HOME)).isEqualTo(new Result.LoginDenied());

    assertThat(desk.department.knownNetworks().of(alice.id())).isEmpty();
    assertThat(desk.department.knownNetworks().of(denied.id())).isEmpty();
  }

  @Test
  void aPlaceIsKnownForThirtyDaysFromTheLastLogin() {
    assertThat(login("alice", RIGHT, HOME)).isInstanceOf(Result.Issued.class);
    desk.letPass(Duration.ofDays(29));
    assertThat(login("alice", RIGHT, HOME)).isInstanceOf(Result.Issued.class);
    desk.letPass(Duration.ofDays(30));
    fail("alice", 10);
    assertThat(login("alice", RIGHT, HOME)).isInstanceOf(Result.Issued.class);

    desk.letPass(Duration.ofDays(30).plusMillis(1));
    fail("alice", 10);
    assertThat(login("alice", RIGHT, HOME)).isEqualTo(REFUSED);
  }

  @Test
  void aLoginIsRememberedOnceADay() {
    login("alice", RIGHT, HOME);
    desk.letPass(Duration.ofDays(1).minusMillis(1));
    login("alice", RIGHT, HOME);
    assertThat(seenAtHome()).isEqualTo(TestUseCases.NOW);

    desk.letPass(Duration.ofMillis(1));
    login("alice", RIGHT, HOME);
    assertThat(seenAtHome()).isEqualTo(TestUseCases.NOW.plus(Duration.ofDays(1)));
  }

  private Instant seenAtHome() {
    return desk.department
        .knownNetworks()
        .find(new Username("alice"), ClientAddress.of(HOME).orElseThrow())
        .orElseThrow()
        .seenAt();
  }

  @Test
  void aPasswordThatAnAdministratorSetsEndsTheLockAtHomeToo() {
    assertThat(login("alice", RIGHT, HOME)).isInstanceOf(Result.Issued.class);
    for (int n = 0; n < 10; n++) {
      login("alice", WRONG, HOME);
    }

    desk.setPassword(alice.id(), "Another1!");

    assertThat(login("alice", "Another1!", HOME)).isInstanceOf(Result.Issued.class);
  }

  @Test
  void theOwnPasswordCanNotBeGuessedEither() {
    for (int n = 0; n < 10; n++) {
      assertThat(change(WRONG)).isEqualTo(new ChangeOwnPassword.Result.WrongPassword());
    }

    assertThat(change(RIGHT))
        .isEqualTo(new ChangeOwnPassword.Result.TooManyFailures(Duration.ofMinutes(1)));
    assertThat(desk.hasher.asked()).hasSize(10);
    assertLetIn("alice");
    desk.letPass(Duration.ofMinutes(1));
    assertThat(change(RIGHT)).isEqualTo(new ChangeOwnPassword.Result.Changed());
  }

  @Test
  void guessesOfTheOwnPasswordThatComeAtOnceAreCountedToo() {
    desk.hasher.meanwhile(
        () -> {
          for (int n = 0; n < 10; n++) {
            change(WRONG);
          }
        });

    assertThat(change(RIGHT)).isEqualTo(new ChangeOwnPassword.Result.WrongPassword());
  }

  private void fail(String name, int times) {
    for (int n = 0; n < times; n++) {
      assertThat(login(name, WRONG)).isEqualTo(REFUSED);
    }
  }

  private Result login(String name, String password) {
    return login(name, password, "none");
  }

  private Result login(String name, String password, String from) {
    return desk.logins.issue(
        new IssueToken.Command(
            Optional.of(new Username(name)),
            new Password(password),
            Optional.empty(),
            ClientAddress.of(from)));
  }

  private ChangeOwnPassword.Result change(String current) {
    return desk.logins.change(
        new ChangeOwnPassword.Command(
            actingAs(alice), new Password(current), new Password("Another1!")));
  }

  private User user(UserBuilder builder) {
    User user = desk.given.user(builder);
    desk.department.credentials().changePassword(user.id(), desk.hasher.hashOf(RIGHT));
    return user;
  }
}
