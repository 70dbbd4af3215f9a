package dev.hexdesk.application.contract;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexdesk.application.employee.EmployeeFilter;
import dev.hexdesk.application.employee.EmployeeSortField;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.application.shared.StaleVersion;
import dev.hexdesk.application.shared.UniqueStoring;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.user.Credentials;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserBuilder;
import dev.hexdesk.domain.user.UserId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@code UnitOfWork} promises. */
public abstract class UnitOfWorkContract extends StoreContract {
  private static final UserId NOBODY = new UserId(987_654_321);

  @Test
  void keepsAllStepsAndAnswersWhatTheWorkAnswered() {
    String answer =
        inTransaction(
            () -> {
              insert(aUser().named("alice"));
              insert(aUser().named("bob"));
              return "both";
            });

    assertThat(answer).isEqualTo("both");
    assertThat(inTransaction(() -> store.users().isEmpty())).isFalse();
  }

  @Test
  void goesOnAfterAPartThatWasRefusedAndKeepsNothingOfThat() {
    boolean refused =
        inTransaction(
            () -> {
              insert(aUser().named("alice"));
              UniqueStoring<User> storing =
                  store
                      .unitOfWork()
                      .inSavepoint(
                          () -> {
                            insert(aUser().named("bob"));
                            return insert(aUser().named("alice"));
                          });
              store.unitOfWork().inSavepoint(() -> insert(aUser().named("carol")));
              return storing instanceof UniqueStoring.AlreadyExists;
            });

    assertThat(refused).isTrue();
    assertThat(store.users().find(aUser().named("alice").profile().username())).isPresent();
    assertThat(store.users().find(aUser().named("bob").profile().username())).isEmpty();
    assertThat(store.users().find(aUser().named("carol").profile().username())).isPresent();
  }

  @Test
  void keepsNothingWhenAPartThrows() {
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      insert(aUser());
                      return store
                          .unitOfWork()
                          .inSavepoint(
                              () -> {
                                throw new IllegalStateException("no");
                              });
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertNothingIsKept();
  }

  @Test
  void aPartOfNothingIsAUnitOfItsOwn() {
    assertThat(store.unitOfWork().isRunning()).isFalse();

    boolean running =
        store
            .unitOfWork()
            .inSavepoint(
                () -> {
                  insert(aUser().named("alice"));
                  return store.unitOfWork().isRunning();
                });

    assertThat(running).isTrue();
    assertThat(store.users().find(aUser().named("alice").profile().username())).isPresent();
  }

  @Test
  void seesItsOwnWrites() {
    boolean found =
        inTransaction(
            () -> {
              insert(aUser().named("alice"));
              return store.users().find(aUser().named("alice").profile().username()).isPresent();
            });

    assertThat(found).isTrue();
  }

  @Test
  void keepsNothingWhenTheWorkThrowsAndThrowsTheSame() {
    IllegalStateException thrown = new IllegalStateException("no");

    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      insert(aUser());
                      given.employee(anEmployee());
                      throw thrown;
                    }))
        .isSameAs(thrown);

    assertNothingIsKept();
  }

  @Test
  void keepsNothingWhenTheWorkThrowsAnError() {
    AssertionError thrown = new AssertionError("no");

    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      insert(aUser());
                      throw thrown;
                    }))
        .isSameAs(thrown);

    assertNothingIsKept();
  }

  @Test
  void bringsBackWhatTheWorkChangedAndDeleted() {
    User alice = given.user(aUser().named("alice"));
    Employee iryna = given.employee(anEmployee());
    Optional<Credentials> before = store.credentials().find(alice.id());

    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      store.users().update(renamed(alice));
                      store.credentials().changePassword(alice.id(), StoreFixture.HASH);
                      store.employees().delete(iryna.id());
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(store.users().find(alice.id())).contains(alice);
    assertThat(store.credentials().find(alice.id())).isEqualTo(before);
    assertThat(store.employeeQueries().find(iryna.id())).isPresent();
  }

  @Test
  void keepsNothingWhenAnInsertWasRefused() {
    User alice = given.user(aUser().named("alice"));

    UniqueStoring<User> answer =
        inTransaction(
            () -> {
              store.users().update(renamed(alice));
              return insert(aUser().named("bob").withPhone(alice.profile().phone().value()));
            });

    assertThat(answer).isEqualTo(new UniqueStoring.AlreadyExists<>("phone"));
    assertThat(store.users().find(alice.id())).contains(alice);
  }

  @Test
  void keepsNothingWhenAnUpdateWasRefused() {
    User alice = given.user(aUser().named("alice"));
    User bob = given.user(aUser().named("bob"));

    inTransaction(
        () -> {
          store.users().update(renamed(alice));
          return store
              .users()
              .update(
                  bob.with(
                      aUser().named("bob").withEmail(alice.profile().email().value()).profile(),
                      NOON));
        });

    assertThat(store.users().find(alice.id())).contains(alice);
    assertThat(store.users().find(bob.id())).contains(bob);
  }

  @Test
  void keepsNothingWhenADeletionWasRefused() {
    User alice = given.user(aUser().named("alice"));
    User bob = given.user(aUser().named("bob"));
    given.ticket(aTicket().forEmployee(given.employee(anEmployee())).ownedBy(bob));

    inTransaction(
        () -> {
          store.users().update(renamed(alice));
          return store.users().delete(bob.id());
        });

    assertThat(store.users().find(alice.id())).contains(alice);
  }

  @Test
  void keepsNothingWhenAReferenceWasRefused() {
    User alice = given.user(aUser().named("alice"));
    EmployeeId unknown = new EmployeeId(987_654_321);

    inTransaction(
        () -> {
          store.users().update(renamed(alice));
          return store.tickets().insert(aTicket().forEmployee(unknown).details(), alice.id(), NOON);
        });

    assertThat(store.users().find(alice.id())).contains(alice);
  }

  @Test
  void keepsNothingWhenAWriteWasStale() {
    User alice = given.user(aUser().named("alice"));
    User bob = given.user(aUser().named("bob"));
    inTransaction(() -> store.users().update(renamed(bob)));

    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      store.users().update(renamed(alice));
                      return store.users().update(renamed(bob));
                    }))
        .isInstanceOf(StaleVersion.class);

    assertThat(store.users().find(alice.id())).contains(alice);
  }

  @Test
  void findingNothingToDeleteIsNoRefusal() {
    inTransaction(
        () -> {
          insert(aUser().named("alice"));
          return store.users().delete(NOBODY);
        });

    assertThat(inTransaction(() -> store.users().isEmpty())).isFalse();
  }

  @Test
  void aUnitInsideAnotherIsUndoneWithIt() {
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      inTransaction(() -> insert(aUser()));
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertNothingIsKept();
  }

  @Test
  void aRefusalInsideUndoesTheWholeUnit() {
    User alice = given.user(aUser().named("alice"));

    inTransaction(
        () -> {
          store.users().update(renamed(alice));
          return inTransaction(() -> insert(aUser().named("ALICE")));
        });

    assertThat(store.users().find(alice.id())).contains(alice);
  }

  @Test
  void isReadyForTheNextWorkAfterAFailure() {
    User alice = given.user(aUser().named("alice"));
    inTransaction(() -> insert(aUser().named("alice")));

    inTransaction(() -> store.users().update(renamed(alice)));

    assertThat(store.users().find(alice.id()).orElseThrow().version())
        .isEqualTo(alice.version().next());
  }

  @Test
  void aWriteOutsideOfAnyUnitIsKeptAtOnce() {
    User alice = given.user(aUser().named("alice"));
    long before = store.credentials().authenticationStateOf(alice.id()).orElseThrow().epoch();

    store.credentials().changePassword(alice.id(), StoreFixture.HASH);

    assertThat(store.credentials().authenticationStateOf(alice.id()).orElseThrow().epoch())
        .isGreaterThan(before);
  }

  private UniqueStoring<User> insert(UserBuilder user) {
    return store.users().insert(user.profile(), StoreFixture.HASH, NOON);
  }

  private static User renamed(User user) {
    return user.with(
        aUser().named(user.profile().username().value()).called("Another", "Name").profile(), NOON);
  }

  private void assertNothingIsKept() {
    assertThat(inTransaction(() -> store.users().isEmpty())).isTrue();
    assertThat(
            store
                .employeeQueries()
                .list(
                    EmployeeFilter.all(),
                    Sort.ascending(EmployeeSortField.ID),
                    PageSelection.first(1))
                .items())
        .isEmpty();
  }
}
