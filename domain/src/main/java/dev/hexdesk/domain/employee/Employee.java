package dev.hexdesk.domain.employee;

import dev.hexdesk.domain.shared.Version;
import java.time.Instant;

/** A person whom the department supports. */
public record Employee(
    EmployeeId id, EmployeeProfile profile, Version version, Instant createdAt, Instant updatedAt) {

  /** The employee with another profile; the very same one when nothing differs. */
  public Employee with(EmployeeProfile changed, Instant now) {
    return changed.equals(profile)
        ? this
        : new Employee(id, changed, version.next(), createdAt, now);
  }
}
