package dev.hexdesk.application.contract;

import static dev.hexdesk.domain.Fixtures.NOON;
import static dev.hexdesk.domain.Fixtures.aTicket;
import static dev.hexdesk.domain.Fixtures.aUser;
import static dev.hexdesk.domain.Fixtures.anEmployee;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.authentication.ThrottleKey;
import dev.hexdesk.application.shared.UniqueStoring;
import dev.hexdesk.domain.authentication.LockoutPolicy;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.Username;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every store promises to callers who come at the same time. Four connections suffice. */
public abstract class ConcurrencyContract extends StoreContract {
  private static final int CALLERS = 4;
  private static final int ROUNDS = 5;

  @Test
  void oneOfManyGetsTheUserName() throws Exception {
    List<String> spellings = List.of("élodie", "ÉLODIE", "Élodie", "e\u0301LODIE");

    List<UniqueStoring<User>> answers =
        atOnce(
            n ->
                inTransaction(
                    () ->
                        store
                            .users()
                            .insert(
                                aUser()
                                    .named(spellings.get(n))
                                    .withPhone("+" + n)
                                    .withEmail(n + "@desk.example")
                                    .profile(),
                                StoreFixture.HASH,
                                NOON)));

    assertThat(answers).filteredOn(UniqueStoring.Stored.class::isInstance).hasSize(1);
    assertThat(answers)
        .filteredOn(new UniqueStoring.AlreadyExists<>("username")::equals)
        .hasSize(CALLERS - 1);
  }

  @Test
  void writersOfAUserWaitForEachOther() throws Exception {
    User alice = given.user(aUser().named("alice"));

    changeOften(
        name -> {
          User present = store.users().findForUpdate(alice.id()).orElseThrow();
          return store
              .users()
              .update(present.with(aUser().named("alice").called(name, name).profile(), NOON));
        });

    assertThat(store.users().find(alice.id()).orElseThrow().version())
        .isEqualTo(new Version(1 + CALLERS * ROUNDS));
  }

  @Test
  void writersOfAnEmployeeWaitForEachOther() throws Exception {
    Employee iryna = given.employee(anEmployee());

    changeOften(
        name -> {
          Employee present = store.employees().findForUpdate(iryna.id()).orElseThrow();
          return store.employees().update(present.with(anEmployee().knownAs(name).profile(), NOON));
        });

    assertThat(store.employeeQueries().find(iryna.id()).orElseThrow().version())
        .isEqualTo(new Version(1 + CALLERS * ROUNDS));
  }

  @Test
  void writersOfATicketWaitForEachOther() throws Exception {
    User alice = given.user(aUser().named("alice"));
    Employee iryna = given.employee(anEmployee());
    TicketId id = given.ticket(aTicket().forEmployee(iryna).ownedBy(alice)).id();

    changeOften(
        title -> {
          Ticket present = store.tickets().findForUpdate(id).orElseThrow();
          Ticket.Outcome outcome =
              present.with(
                  aTicket().forEmployee(iryna).ownedBy(alice).titled(title).details(), NOON);
          return store.tickets().update(((Ticket.Outcome.Changed) outcome).ticket());
        });

    assertThat(store.ticketQueries().find(id).orElseThrow().version())
        .isEqualTo(new Version(1 + CALLERS * ROUNDS));
  }

  /** Everybody changes something several times, each time to a text that nobody else gives it. */
  private void changeOften(Function<String, ?> change) throws Exception {
    atOnce(
        n -> {
          for (int round = 0; round < ROUNDS; round++) {
            String text = n + "-" + round;
            inTransaction(() -> change.apply(text));
          }
          return true;
        });
  }

  @Test
  void ofFailuresAtTheSameTimeNoneIsLost() throws Exception {
    ThrottleKey alice = new ThrottleKey.LoginsAs(new Username("alice"));
    Duration day = Duration.ofDays(1);
    LockoutPolicy never = new LockoutPolicy(1000, day, day, day);

    atOnce(
        n -> {
          for (int round = 0; round < ROUNDS; round++) {
            store.failureCounts().add(alice, never, NOON);
          }
          return true;
        });

    assertThat(store.failureCounts().of(Set.of(alice)).get(alice).count())
        .isEqualTo(CALLERS * ROUNDS);
  }

  @Test
  void administratorsWhoDemoteEachOtherLeaveOne() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      List<UserId> administrators = new ArrayList<>();
      for (int n = 0; n < CALLERS; n++) {
        administrators.add(
            given.user(aUser().named("admin" + round + "-" + n).withRoles(Role.ADMIN)).id());
      }

      List<Boolean> demoted = atOnce(n -> demoteUnlessLast(administrators.get(n)));

      assertThat(demoted).filteredOn(Boolean.FALSE::equals).hasSize(1);
      UserId last = administrators.get(demoted.indexOf(false));
      inTransaction(() -> store.users().delete(last));
    }
  }

  private boolean demoteUnlessLast(UserId id) {
    return inTransaction(
        () -> {
          store.users().lockAdministrators();
          User user = store.users().findForUpdate(id).orElseThrow();
          if (!store.users().hasActiveAdministratorBesides(id)) {
            return false;
          }
          String name = user.profile().username().value();
          store.users().update(user.with(aUser().named(name).profile(), NOON));
          return true;
        });
  }

  /** What one caller of several does. */
  @FunctionalInterface
  private interface Caller<T> {
    T call(int n) throws Exception;
  }

  private static <T> List<T> atOnce(Caller<T> caller) throws Exception {
    CountDownLatch start = new CountDownLatch(CALLERS);
    try (ExecutorService threads = Executors.newFixedThreadPool(CALLERS)) {
      List<Future<T>> calls = new ArrayList<>();
      for (int n = 0; n < CALLERS; n++) {
        int number = n;
        Callable<T> call =
            () -> {
              start.countDown();
              start.await();
              return caller.call(number);
            };
        calls.add(threads.submit(call));
      }
      return answersOf(calls);
    }
  }

  private static <T> List<T> answersOf(List<Future<T>> calls)
      throws InterruptedException, ExecutionException {
    List<T> answers = new ArrayList<>();
    for (Future<T> call : calls) {
      answers.add(call.get());
    }
    return Collections.unmodifiableList(answers);
  }
}
