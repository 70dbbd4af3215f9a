package dev.hexdesk.application.memory;

import dev.hexdesk.application.authentication.FailureCounts;
import dev.hexdesk.application.authentication.FailureSubject;
import dev.hexdesk.domain.access.FailureCount;
import dev.hexdesk.domain.access.FailureLimit;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Failures in memory. */
public final class InMemoryFailureCounts implements FailureCounts {
  private final InMemoryDepartment department;

  InMemoryFailureCounts(InMemoryDepartment department) {
    this.department = department;
  }

  @Override
  public Map<FailureSubject, FailureCount> of(Set<FailureSubject> subjects) {
    return department.unitOfWork.statement(
        () -> {
          Map<FailureSubject, FailureCount> counts = new HashMap<>();
          for (FailureSubject subject : subjects) {
            if (department.failures.containsKey(subject.key())) {
              counts.put(subject, department.failures.get(subject.key()));
            }
          }
          return counts;
        });
  }

  @Override
  public void add(FailureSubject subject, FailureLimit limit, Instant now) {
    department.unitOfWork.statement(
        () -> {
          FailureCount present = department.failures.getOrDefault(subject.key(), FailureCount.NONE);
          return department.failures.put(subject.key(), present.another(limit, now));
        });
    department.unitOfWork.statement(
        () -> department.failures.values().removeIf(count -> !now.isBefore(count.forgottenAt())));
  }

  @Override
  public void end(FailureSubject subject, Instant now) {
    department.unitOfWork.statement(
        () -> department.failures.put(subject.key(), FailureCount.endedAt(now)));
  }

  @Override
  public void forget(FailureSubject subject) {
    department.unitOfWork.statement(() -> department.failures.remove(subject.key()));
  }
}
