package dev.hexdesk.application.memory;

import dev.hexdesk.application.authentication.FailedLoginRepository;
import dev.hexdesk.application.authentication.ThrottleKey;
import dev.hexdesk.domain.authentication.FailedLogins;
import dev.hexdesk.domain.authentication.LockoutPolicy;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Failures in memory. */
public record InMemoryFailedLoginRepository(InMemoryDepartment department)
    implements FailedLoginRepository {
  @Override
  public Map<ThrottleKey, FailedLogins> of(Set<ThrottleKey> subjects) {
    return department.unitOfWork.statement(
        () -> {
          Map<ThrottleKey, FailedLogins> counts = new HashMap<>();
          for (ThrottleKey subject : subjects) {
            if (department.failures.containsKey(subject.key())) {
              counts.put(subject, department.failures.get(subject.key()));
            }
          }
          return counts;
        });
  }

  @Override
  public void add(ThrottleKey subject, LockoutPolicy limit, Instant now) {
    department.unitOfWork.statement(
        () -> {
          FailedLogins present = department.failures.getOrDefault(subject.key(), FailedLogins.NONE);
          return department.failures.put(subject.key(), present.another(limit, now));
        });
    department.unitOfWork.statement(
        () -> department.failures.values().removeIf(count -> !now.isBefore(count.forgottenAt())));
  }

  @Override
  public void end(ThrottleKey subject, Instant now) {
    department.unitOfWork.statement(
        () -> department.failures.put(subject.key(), FailedLogins.endedAt(now)));
  }

  @Override
  public void forget(ThrottleKey subject) {
    department.unitOfWork.statement(() -> department.failures.remove(subject.key()));
  }
}
