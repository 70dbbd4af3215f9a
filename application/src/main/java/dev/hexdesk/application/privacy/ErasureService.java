package dev.hexdesk.application.privacy;

import dev.hexdesk.application.employee.EmployeeRepository;
import dev.hexdesk.application.shared.UnitOfWork;
import dev.hexdesk.application.shared.VersionedWrites;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.employee.IdentifyingText;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Erases employees.
 *
 * @param random must not be predictable
 */
public record ErasureService(
    UnitOfWork unitOfWork,
    EmployeeRepository employees,
    PersonalDataEraser erasures,
    RolePolicy policy,
    RandomGenerator random,
    InstantSource clock)
    implements EraseEmployee {
  private static final int TOKEN_BYTES = 32;

  @Override
  public Result erase(Command command) {
    return writes(Permission.PRIVACY_ERASE)
        .run(command, Result.Refused::new, employee -> erase(command, employee));
  }

  private Result erase(Command command, Employee employee) {
    if (employee.erasedAt().isPresent() && command.words().isEmpty()) {
      return new Result.AlreadyErased();
    }
    Instant now = clock.instant();
    return command
        .token()
        .map(token -> confirmed(command, employee, token, now))
        .orElseGet(() -> announced(command, employee, now));
  }

  private Result announced(Command command, Employee employee, Instant now) {
    byte[] secret = new byte[TOKEN_BYTES];
    random.nextBytes(secret);
    String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    Instant expiresAt = now.plus(CONFIRMABLE_FOR);
    erasures.announce(command.actor().id(), command.id(), command.words(), token, expiresAt);
    PersonalDataEraser.Extent extent = erasures.extentOf(command.id());
    return new Result.ToBeConfirmed(
        employee.version(), token, expiresAt, extent.tickets(), extent.comments());
  }

  private Result confirmed(Command command, Employee employee, String token, Instant now) {
    if (!erasures.confirm(command.actor().id(), command.id(), command.words(), token, now)) {
      return new Result.WrongToken();
    }
    Set<IdentifyingText> words = new HashSet<>(command.words());
    Employee erased = employee;
    if (employee.erasedAt().isEmpty()) {
      words.addAll(employee.profile().personalWords());
      erased = employee.erased(now);
      employees.erase(erased);
    }
    return new Result.Erased(
        erased.version(),
        erased.erasedAt().orElseThrow(),
        erasures.removeTraces(employee.id(), words, now));
  }

  private VersionedWrites<EmployeeId, Employee> writes(Permission needed) {
    return new VersionedWrites<>(unitOfWork, policy, needed, employees::findForUpdate);
  }
}
