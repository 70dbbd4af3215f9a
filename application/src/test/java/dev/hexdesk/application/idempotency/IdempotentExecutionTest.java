package dev.hexdesk.application.idempotency;

import static dev.hexdesk.domain.Fixtures.anEmployee;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexdesk.application.TestUseCases;
import dev.hexdesk.application.employee.CreateEmployee;
import dev.hexdesk.application.employee.EmployeeFilter;
import dev.hexdesk.application.employee.EmployeeSortField;
import dev.hexdesk.application.idempotency.IdempotencyRepository.Claim;
import dev.hexdesk.application.idempotency.IdempotentExecution.Command;
import dev.hexdesk.application.idempotency.IdempotentExecution.Result;
import dev.hexdesk.application.shared.PageSelection;
import dev.hexdesk.application.shared.Sort;
import dev.hexdesk.domain.Fixtures;
import dev.hexdesk.domain.TestRules;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.MissingPermission;
import dev.hexdesk.domain.access.Decision.MissingScope;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.user.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class IdempotentExecutionTest {
  private static final Duration RETENTION = Duration.ofHours(24);

  private final TestUseCases desk = new TestUseCases();
  private final Actor manager = desk.somebody(Role.MANAGER);
  private Instant now = TestUseCases.NOW;
  private int runs;

  private final IdempotentExecution once = with(desk.department.idempotencyRecords());

  private IdempotentExecution with(IdempotencyRepository records) {
    return new IdempotencyService(
        desk.department.unitOfWork(), records, TestRules.rolePolicy(), RETENTION, () -> now);
  }

  private static IdempotencyRepository unableToKeep(Claim claim) {
    return new IdempotencyRepository() {
      @Override
      public Claim claim(ScopedIdempotencyKey work, Bytes bodyHash, Instant at) {
        return claim;
      }

      @Override
      public void keep(
          ScopedIdempotencyKey work, Bytes bodyHash, Outcome outcome, Instant at, Instant end) {
        throw new IllegalStateException("crash");
      }
    };
  }

  @Test
  void doesTheWorkTheFirstTime() {
    assertThat(once.answer(asked(manager, "a"), this::work))
        .isEqualTo(new Result.Answered(answer(1)));
  }

  @Test
  void repeatsTheAnswerWithoutTheWork() {
    once.answer(asked(manager, "a"), this::work);

    assertThat(once.answer(asked(manager, "a"), this::work))
        .isEqualTo(new Result.Replayed(answer(1)));
    assertThat(runs).isEqualTo(1);
  }

  @Test
  void refusesTheKeyForSomethingElse() {
    once.answer(asked(manager, "a"), this::work);

    assertThat(once.answer(asked(manager, "b"), this::work)).isEqualTo(new Result.KeyReused());
    assertThat(runs).isEqualTo(1);
  }

  @Test
  void tellsThatItIsStillRunning() {
    IdempotentExecution busy = with(unableToKeep(new Claim.Running()));

    assertThat(busy.answer(asked(manager, "a"), this::work)).isEqualTo(new Result.StillRunning());
    assertThat(runs).isZero();
  }

  @Test
  void doesNotShowTheAnswerToWhoMayDoLessThanThen() {
    once.answer(asked(manager, "a"), this::work);
    Actor demoted = new Actor(manager.id(), Set.of(Role.SUPPORT), false, Optional.empty());
    Actor narrowed = Fixtures.narrowed(manager, Scope.EMPLOYEES_WRITE);

    assertThat(once.answer(asked(demoted, "a"), this::work))
        .isEqualTo(new Result.Denied(new MissingPermission(Permission.USER_READ)));
    assertThat(once.answer(asked(narrowed, "a"), this::work))
        .isEqualTo(new Result.Denied(new MissingScope(Permission.USER_READ, Scope.USERS_READ)));
  }

  @Test
  void showsTheAnswerToWhoMayDoMore() {
    once.answer(asked(manager, "a"), this::work);
    Actor promoted = new Actor(manager.id(), Set.of(Role.ADMIN), false, Optional.empty());

    assertThat(once.answer(asked(promoted, "a"), this::work))
        .isEqualTo(new Result.Replayed(answer(1)));
  }

  @Test
  void doesTheWorkAgainOnceTheAnswerHasExpired() {
    once.answer(asked(manager, "a"), this::work);

    now = now.plus(RETENTION).minusMillis(1);
    assertThat(once.answer(asked(manager, "a"), this::work))
        .isEqualTo(new Result.Replayed(answer(1)));
    now = now.plusMillis(1);
    assertThat(once.answer(asked(manager, "a"), this::work))
        .isEqualTo(new Result.Answered(answer(2)));
  }

  @Test
  void keepsNothingOfWorkThatFails() {
    Supplier<StoredResult> failing =
        () -> {
          create();
          throw new IllegalStateException("on purpose");
        };

    assertThatThrownBy(() -> once.answer(asked(manager, "a"), failing)).hasMessage("on purpose");

    assertThat(employees()).isZero();
    assertThat(once.answer(asked(manager, "a"), this::work))
        .isEqualTo(new Result.Answered(answer(1)));
  }

  @Test
  void keepsNothingOfWorkWhoseAnswerIsNotKept() {
    IdempotentExecution forgetful = with(unableToKeep(new Claim.Granted()));

    assertThatThrownBy(() -> forgetful.answer(asked(manager, "a"), this::work)).hasMessage("crash");

    assertThat(runs).isEqualTo(1);
    assertThat(employees()).isZero();
  }

  private StoredResult work() {
    create();
    runs++;
    return answer(runs);
  }

  /** A use case with a unit of its own, which joins. */
  private void create() {
    assertThat(
            desk.employees.create(
                new CreateEmployee.Command(
                    manager,
                    anEmployee()
                        .withPhone("+38050443000" + runs)
                        .withEmail(runs + "@example.org")
                        .profile())))
        .isInstanceOf(CreateEmployee.Result.Created.class);
  }

  private int employees() {
    return desk.department
        .employeeQueries()
        .list(EmployeeFilter.all(), Sort.ascending(EmployeeSortField.ID), PageSelection.first(10))
        .items()
        .size();
  }

  private static Command asked(Actor actor, String body) {
    return new Command(actor, "POST /api/v1/employees", "key", Bytes.of(body.getBytes(UTF_8)));
  }

  private static StoredResult answer(int number) {
    return new StoredResult(201, Map.of(), Bytes.of(new byte[] {(byte) number}), DataSubjects.NONE);
  }
}
