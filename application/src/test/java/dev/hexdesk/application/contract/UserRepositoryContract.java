package dev.hexdesk.application.contract;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexdesk.application.shared.Deletion;
import dev.hexdesk.application.shared.StaleVersion;
import dev.hexdesk.application.shared.UniqueStoring;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketBuilder;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserBuilder;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.Username;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@code UserRepository} promises. */
public abstract class UserRepositoryContract extends StoreContract {
  private static final UserId NOBODY = new UserId(987_654_321);
  private static final Instant LATER = NOON.plusSeconds(60);

  @Test
  void findsAUserAsTheyWereStored() {
    UserBuilder alice =
        aUser()
            .named("Алісаґ")
            .called("Zoë-Ann", "d’Arc Ґалаґан 😀")
            .withRoles(Role.ADMIN, Role.SUPPORT)
            .disabled()
            .loginDenied();

    User stored = given.user(alice);

    assertThat(stored.profile()).isEqualTo(alice.profile());
    assertThat(stored.version()).isEqualTo(Version.FIRST);
    assertThat(stored.createdAt()).isEqualTo(NOON);
    assertThat(stored.updatedAt()).isEqualTo(NOON);
    assertThat(store.users().find(stored.id())).contains(stored);
    assertThat(store.users().find(alice.profile().username())).contains(stored);
    assertThat(inTransaction(() -> store.users().findForUpdate(stored.id()))).contains(stored);
  }

  @Test
  void answersTheVeryMomentsThatItFindsLater() {
    Instant fine = Instant.parse("2026-11-23T10:15:30.123456789Z");
    User alice = given.at(fine).user(aUser().named("alice"));
    assertThat(store.users().find(alice.id())).contains(alice);

    UniqueStoring<User> updated = update(alice, aUser().named("alice").withRoles(Role.ADMIN), fine);

    assertThat(updated).isEqualTo(new UniqueStoring.Stored<>(found(alice)));
  }

  @Test
  void storesTheLongestValuesThatTheDomainKnows() {
    String wide = "𠀀";
    UserBuilder longest =
        aUser()
            .named(wide.repeat(100))
            .called(wide.repeat(200), wide.repeat(200))
            .withPhone("+" + "9".repeat(31))
            .withEmail(wide.repeat(254));

    assertThat(given.user(longest).profile()).isEqualTo(longest.profile());
  }

  @Test
  void findsNobodyUnderAnUnknownIdOrName() {
    given.user(aUser().named("alice"));

    assertThat(store.users().find(NOBODY)).isEmpty();
    assertThat(inTransaction(() -> store.users().findForUpdate(NOBODY))).isEmpty();
    assertThat(store.users().find(new Username("alic"))).isEmpty();
    assertThat(store.users().find(new Username("alic_"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "alice, ALICE",
    "Ґалаґан, ґАЛАҐАН",
    "élodie, ÉLODIE",
    "élodie, E\u0301LODIE",
    "alice, ａｌｉｃｅ",
    "ﬁona, FIONA",
    "groß, GROSS",
    "οδυσσευς, ΟΔΥΣΣΕΥΣ",
    "ἀχιλλεύς, ἈΧΙΛΛΕΎΣ"
  })
  void aUserNameIsTakenInAnySpelling(String present, String other) {
    User alice = given.user(aUser().named(present).withPhone("+1").withEmail("one"));

    assertThat(insert(aUser().named(other).withPhone("+2").withEmail("two")))
        .isEqualTo(new UniqueStoring.AlreadyExists<>("username"));
    assertThat(store.users().find(new Username(other))).contains(alice);
  }

  @ParameterizedTest
  @ValueSource(strings = {"elodie", "élodiè", "élodi", "élodiee", "%lodie", "_lodie"})
  void otherUserNamesAreFree(String other) {
    given.user(aUser().named("élodie"));

    assertThat(insert(aUser().named(other))).isInstanceOf(UniqueStoring.Stored.class);
  }

  @Test
  void aPhoneNumberIsTakenOnce() {
    given.user(aUser().named("alice").withPhone("+380504430000"));

    assertThat(insert(aUser().named("bob").withPhone("+380504430000")))
        .isEqualTo(new UniqueStoring.AlreadyExists<>("phone"));
  }

  @ParameterizedTest
  @CsvSource({"a@x.example, A@X.Example", "ґ@x.example, Ґ@X.EXAMPLE"})
  void anAddressIsTakenInAnyLetterCase(String present, String other) {
    given.user(aUser().named("alice").withEmail(present));

    assertThat(insert(aUser().named("bob").withEmail(other)))
        .isEqualTo(new UniqueStoring.AlreadyExists<>("email"));
  }

  @Test
  void employeesTakeNothingFromUsers() {
    User alice = given.user(aUser());

    given.employee(
        anEmployee()
            .withPhone(alice.profile().phone().value())
            .withEmail(alice.profile().email().value()));
  }

  @Test
  void storesAChangedUserAndLeavesTheirPasswordAlone() {
    User alice = given.user(aUser().named("alice"));
    UserBuilder changed =
        aUser()
            .named("elisa")
            .called("Elisa", "Stone")
            .withRoles(Role.MANAGER)
            .disabled()
            .loginDenied();

    UniqueStoring<User> answer = update(alice, changed, LATER);

    User expected =
        new User(alice.id(), changed.profile(), alice.version().next(), alice.createdAt(), LATER);
    assertThat(answer).isEqualTo(new UniqueStoring.Stored<>(expected));
    assertThat(found(alice)).isEqualTo(expected);
    assertThat(store.users().find(new Username("alice"))).isEmpty();
    assertThat(store.credentials().find(alice.id()).orElseThrow().hash())
        .isEqualTo(StoreFixture.HASH);
  }

  @Test
  void letsAUserRespellTheirOwnNameAndAddress() {
    User alice = given.user(aUser().named("alice"));
    UserBuilder louder = aUser().named("ALICE").withPhone(alice.profile().phone().value());

    assertThat(update(alice, louder, LATER)).isInstanceOf(UniqueStoring.Stored.class);
    assertThat(found(alice).profile()).isEqualTo(louder.profile());
  }

  @Test
  void refusesAnUpdateToWhatAnotherHas() {
    User alice = given.user(aUser().named("alice"));
    User bob = given.user(aUser().named("bob"));

    assertThat(
            update(bob, aUser().named("ALICE").withPhone("+7").withEmail("b@desk.example"), LATER))
        .isEqualTo(new UniqueStoring.AlreadyExists<>("username"));
    assertThat(update(bob, aUser().named("bob").withPhone(alice.profile().phone().value()), LATER))
        .isEqualTo(new UniqueStoring.AlreadyExists<>("phone"));
    assertThat(update(bob, aUser().named("bob").withEmail("ALICE@desk.example"), LATER))
        .isEqualTo(new UniqueStoring.AlreadyExists<>("email"));
    assertThat(found(bob)).isEqualTo(bob);
  }

  @Test
  void refusesAStaleUpdate() {
    User alice = given.user(aUser().named("alice"));
    update(alice, aUser().named("alice").called("First", "Writer"), LATER);

    assertThatThrownBy(() -> update(alice, aUser().named("alice").called("Late", "One"), LATER))
        .isInstanceOf(StaleVersion.class);

    assertThat(found(alice).profile().firstName().orElseThrow().value()).isEqualTo("First");
  }

  @Test
  void refusesToUpdateADeletedUser() {
    User alice = given.user(aUser().named("alice"));
    delete(alice);

    assertThatThrownBy(() -> update(alice, aUser().named("alice").disabled(), LATER))
        .isInstanceOf(StaleVersion.class);
  }

  @Test
  void deletesAUserOnce() {
    User alice = given.user(aUser().named("alice"));

    assertThat(delete(alice)).isEqualTo(Deletion.DELETED);
    assertThat(delete(alice)).isEqualTo(Deletion.UNKNOWN);
    assertThat(store.users().find(alice.id())).isEmpty();
    assertThat(store.credentials().find(alice.id())).isEmpty();
  }

  @Test
  void givesFreedNamesAgainButIdsNever() {
    User alice = given.user(aUser().named("alice"));
    delete(alice);

    assertThat(given.user(aUser().named("alice")).id()).isNotEqualTo(alice.id());
  }

  @Test
  void keepsAUserWhomTicketsName() {
    User owner = given.user(aUser().named("owner"));
    User assignee = given.user(aUser().named("assignee"));
    Ticket ticket = given.ticket(aTicketFor().ownedBy(owner).assignedTo(assignee));

    assertThat(delete(owner)).isEqualTo(Deletion.IN_USE);
    assertThat(delete(assignee)).isEqualTo(Deletion.IN_USE);
    assertThat(store.users().find(owner.id())).contains(owner);

    inTransaction(() -> store.tickets().delete(ticket.id()));
    assertThat(delete(owner)).isEqualTo(Deletion.DELETED);
    assertThat(delete(assignee)).isEqualTo(Deletion.DELETED);
  }

  @Test
  void countsOnlyEnabledAdministratorsWhoMayLogIn() {
    User alice = given.user(aUser().named("alice").withRoles(Role.ADMIN));
    given.user(aUser().named("disabled").withRoles(Role.ADMIN).disabled());
    given.user(aUser().named("denied").withRoles(Role.ADMIN).loginDenied());
    given.user(aUser().named("manager").withRoles(Role.MANAGER, Role.SUPPORT));

    assertThat(isAdministeredWithout(alice.id())).isFalse();
    assertThat(isAdministeredWithout(NOBODY)).isTrue();

    given.user(aUser().named("second").withRoles(Role.ADMIN, Role.SUPPORT));
    assertThat(isAdministeredWithout(alice.id())).isTrue();
  }

  @Test
  void isEmptyUntilTheFirstUser() {
    assertThat(inTransaction(() -> store.users().isEmpty())).isTrue();

    given.user(aUser());

    assertThat(inTransaction(() -> store.users().isEmpty())).isFalse();
  }

  private TicketBuilder aTicketFor() {
    return aTicket().forEmployee(given.employee(anEmployee()));
  }

  private UniqueStoring<User> insert(UserBuilder user) {
    return inTransaction(() -> store.users().insert(user.profile(), StoreFixture.HASH, NOON));
  }

  private UniqueStoring<User> update(User user, UserBuilder changed, Instant now) {
    return inTransaction(() -> store.users().update(user.with(changed.profile(), now)));
  }

  private Deletion delete(User user) {
    return inTransaction(() -> store.users().delete(user.id()));
  }

  private User found(User user) {
    return store.users().find(user.id()).orElseThrow();
  }

  private boolean isAdministeredWithout(UserId id) {
    return inTransaction(
        () -> {
          store.users().lockAdministrators();
          return store.users().hasActiveAdministratorBesides(id);
        });
  }
}
