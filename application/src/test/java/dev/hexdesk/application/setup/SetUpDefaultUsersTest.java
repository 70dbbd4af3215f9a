package dev.hexdesk.application.setup;

import static dev.hexdesk.domain.Fixtures.aUser;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.application.authentication.IssueToken;
import dev.hexdesk.application.setup.SetUpDefaultUsers.Access;
import dev.hexdesk.application.setup.SetUpDefaultUsers.DefaultUser;
import dev.hexdesk.application.setup.SetUpDefaultUsers.Missing;
import dev.hexdesk.application.setup.SetUpDefaultUsers.Outcome;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.shared.Violations;
import dev.hexdesk.domain.user.Credentials;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserBuilder;
import dev.hexdesk.domain.user.Username;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SetUpDefaultUsersTest {
  private static final Username ALICE = new Username("alice");
  private static final Username BOB = new Username("bobby");

  private final TestUseCases desk = new TestUseCases();

  @Test
  void createsAUserWithThePasswordThatTheOperatorGave() {
    UserBuilder alice = aUser().named("alice").withRoles(Role.ADMIN);

    assertThat(setUp(List.of(with(alice, "Secret12!"))))
        .containsExactly(new Outcome.Created(ALICE, Optional.empty()));

    User created = desk.department.users().find(ALICE).orElseThrow();
    assertThat(created.profile()).isEqualTo(alice.profile());
    assertThat(created.createdAt()).isEqualTo(TestUseCases.NOW);
    assertThat(credentials(ALICE).hash()).isEqualTo(desk.hasher.hashOf("Secret12!"));
  }

  @Test
  void makesUpAPasswordAndTellsItOnce() {
    List<Outcome> outcomes = setUp(List.of(without(aUser().named("alice"))));

    Password generated = ((Outcome.Created) outcomes.getFirst()).generated().orElseThrow();
    Violations violations = new Violations();
    TestRules.passwordRules().check("password", generated.value(), violations);
    assertThat(violations.all()).isEmpty();
    assertThat(credentials(ALICE).hash()).isEqualTo(desk.hasher.hashOf(generated.value()));
    assertThat(outcomes.toString()).doesNotContain(generated.value());

    assertThat(setUp(List.of(without(aUser().named("alice")))))
        .containsExactly(new Outcome.Unchanged(ALICE, Access.FREE));
    assertThat(credentials(ALICE).hash()).isEqualTo(desk.hasher.hashOf(generated.value()));
  }

  @Test
  void makesUpAnotherPasswordForEach() {
    List<Outcome> outcomes =
        setUp(List.of(without(aUser().named("alice")), without(aUser().named("bobby"))));

    assertThat(((Outcome.Created) outcomes.get(0)).generated())
        .isNotEqualTo(((Outcome.Created) outcomes.get(1)).generated());
  }

  @Test
  void changesThePasswordOfAUserWhoHasAnother() {
    desk.given.user(aUser().named("alice"));
    long epoch = credentials(ALICE).epoch();

    assertThat(setUp(List.of(with(aUser().named("ALICE"), "Secret12!"))))
        .containsExactly(new Outcome.PasswordChanged(new Username("ALICE"), Access.FREE));

    assertThat(credentials(ALICE).hash()).isEqualTo(desk.hasher.hashOf("Secret12!"));
    assertThat(credentials(ALICE).epoch()).isGreaterThan(epoch);
  }

  @Test
  void leavesAUserWhoHasThatPasswordAndTheirTokensAlone() {
    setUp(List.of(with(aUser().named("alice"), "Secret12!")));
    Credentials before = credentials(ALICE);
    User user = desk.department.users().find(ALICE).orElseThrow();

    assertThat(setUp(List.of(with(aUser().named("alice").called("Other", "Name"), "Secret12!"))))
        .containsExactly(new Outcome.Unchanged(ALICE, Access.FREE));

    assertThat(credentials(ALICE)).isEqualTo(before);
    assertThat(desk.department.users().find(ALICE)).contains(user);
  }

  @Test
  void endsALockoutWhetherOrNotThePasswordIsAnother() {
    setUp(List.of(with(aUser().named("alice"), "Secret12!")));
    lock();
    assertThat(setUp(List.of(with(aUser().named("alice"), "Secret12!"))))
        .containsExactly(new Outcome.Unchanged(ALICE, Access.FREE));
    assertThat(login("Secret12!")).isInstanceOf(IssueToken.Result.Issued.class);

    lock();
    assertThat(setUp(List.of(with(aUser().named("alice"), "Another1!"))))
        .containsExactly(new Outcome.PasswordChanged(ALICE, Access.FREE));
    assertThat(login("Another1!")).isInstanceOf(IssueToken.Result.Issued.class);
  }

  private void lock() {
    for (int n = 0; n < TestRules.loginLimits().perUser().failures(); n++) {
      assertThat(login("Wr0ngGuess!")).isEqualTo(new IssueToken.Result.WrongCredentials());
    }
    assertThat(login("Secret12!")).isEqualTo(new IssueToken.Result.WrongCredentials());
  }

  private IssueToken.Result login(String password) {
    return desk.logins.issue(
        new IssueToken.Command(
            Optional.of(ALICE), new Password(password), Optional.empty(), Optional.empty()));
  }

  @Test
  void tellsWhoseNumberOrAddressIsTakenAndGoesOn() {
    UserBuilder samePhone =
        aUser().named("bobby").withPhone(aUser().named("alice").profile().phone().value());

    assertThat(
            setUp(
                List.of(
                    with(aUser().named("alice"), "Secret12!"),
                    with(samePhone, "Secret12!"),
                    with(aUser().named("carol").withEmail("ALICE@desk.example"), "Secret12!"),
                    with(aUser().named("david"), "Secret12!"))))
        .containsExactly(
            new Outcome.Created(ALICE, Optional.empty()),
            new Outcome.AlreadyExists(BOB, "phone"),
            new Outcome.AlreadyExists(new Username("carol"), "email"),
            new Outcome.Created(new Username("david"), Optional.empty()));

    assertThat(desk.department.users().find(ALICE)).isPresent();
    assertThat(desk.department.users().find(BOB)).isEmpty();
    assertThat(desk.department.users().find(new Username("david"))).isPresent();
  }

  @Test
  void setsUpWhereNobodyIsYet() {
    assertThat(desk.setup.isFirstTime()).isTrue();

    assertThat(desk.setup.setUpIfEmpty(List.of(with(aUser().named("alice"), "Secret12!"))))
        .containsExactly(new Outcome.Created(ALICE, Optional.empty()));
    assertThat(desk.setup.isFirstTime()).isFalse();
  }

  @Test
  void whatItTellsOfAFirstSetUpIsTrue() {
    UserBuilder samePhone =
        aUser().named("bobby").withPhone(aUser().named("alice").profile().phone().value());

    assertThat(
            desk.setup.setUpIfEmpty(
                List.of(with(aUser().named("alice"), "Secret12!"), with(samePhone, "Secret12!"))))
        .containsExactly(
            new Outcome.Created(ALICE, Optional.empty()), new Outcome.AlreadyExists(BOB, "phone"));

    assertThat(desk.department.users().find(ALICE)).isPresent();
  }

  @Test
  void leavesADepartmentWithUsersAlone() {
    desk.given.user(aUser().named("alice"));

    assertThat(
            desk.setup.setUpIfEmpty(
                List.of(
                    with(aUser().named("alice"), "Secret12!"),
                    with(aUser().named("bobby"), "Secret12!"))))
        .isEmpty();

    assertThat(desk.department.users().find(BOB)).isEmpty();
    assertThat(desk.hasher.asked()).isEmpty();
  }

  private static DefaultUser with(UserBuilder user, String password) {
    return new DefaultUser(user.profile(), Optional.of(new Password(password)));
  }

  @Test
  void bringsNobodyBackUnlessThatIsWanted() {
    desk.given.user(aUser().named("olena"));
    List<DefaultUser> wanted = List.of(with(aUser().named("alice"), "Secret12!"));

    assertThat(desk.setup.setUp(wanted, Missing.LEFT_OUT))
        .containsExactly(new Outcome.NotMade(ALICE));
    assertThat(desk.department.users().find(ALICE)).isEmpty();
    assertThat(desk.setup.setUp(wanted, Missing.MADE))
        .containsExactly(new Outcome.Created(ALICE, Optional.empty()));
  }

  @Test
  void makesAllWhereThereIsNobodyWhateverIsSaidOfMissingOnes() {
    assertThat(
            desk.setup.setUp(
                List.of(
                    with(aUser().named("alice"), "Secret12!"),
                    with(aUser().named("bobby"), "Secret12!")),
                Missing.LEFT_OUT))
        .hasOnlyElementsOfType(Outcome.Created.class);
  }

  @Test
  void tellsWhomAnotherPasswordDoesNotHelp() {
    desk.given.user(aUser().named("alice").disabled());

    assertThat(setUp(List.of(with(aUser().named("alice"), "Secret12!"))))
        .containsExactly(new Outcome.PasswordChanged(ALICE, new Access(true, false)));
  }

  private List<Outcome> setUp(List<DefaultUser> wanted) {
    return desk.setup.setUp(wanted, Missing.MADE);
  }

  private static DefaultUser without(UserBuilder user) {
    return new DefaultUser(user.profile(), Optional.empty());
  }

  private Credentials credentials(Username username) {
    return desk.department.credentials().find(username).orElseThrow();
  }
}
