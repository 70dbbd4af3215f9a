package dev.hexdesk.domain.employee;

import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.shared.Versioned;
import java.time.Instant;
import java.util.Optional;

/**
 * A person whom the department supports.
 *
 * @param externalId what another system calls them
 * @param erasedAt when all that tells who they are was taken away; empty for nearly everybody
 */
public record Employee(
    EmployeeId id,
    EmployeeProfile profile,
    Optional<ExternalId> externalId,
    Version version,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> erasedAt)
    implements Versioned {

  /** Somebody who is not erased. */
  public Employee(
      EmployeeId id,
      EmployeeProfile profile,
      Optional<ExternalId> externalId,
      Version version,
      Instant createdAt,
      Instant updatedAt) {
    this(id, profile, externalId, version, createdAt, updatedAt, Optional.empty());
  }

  /** The employee with another profile; the very same one when nothing differs. */
  public Employee with(EmployeeProfile changed, Instant now) {
    return changed.equals(profile)
        ? this
        : new Employee(id, changed, externalId, version.next(), createdAt, now, erasedAt);
  }

  /** The employee without all that tells who they are. */
  public Employee erased(Instant now) {
    return new Employee(
        id,
        EmployeeProfile.ofErased(id),
        Optional.empty(),
        version.next(),
        createdAt,
        now,
        Optional.of(now));
  }
}
