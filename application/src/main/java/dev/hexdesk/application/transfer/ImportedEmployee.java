package dev.hexdesk.application.transfer;

import dev.hexdesk.domain.employee.EmployeeChanges;
import dev.hexdesk.domain.shared.ExternalId;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * An employee as a line of a file tells of them.
 *
 * @param given the columns about which the line says something, if only that there is nothing; none
 *     where it says what is left of somebody who was erased
 * @param changes what the line says of somebody, be they there or new
 * @param id of one who is there already
 */
public record ImportedEmployee(
    long line,
    Set<String> given,
    OptionalLong id,
    Optional<ExternalId> externalId,
    EmployeeChanges changes,
    Optional<Instant> createdAt,
    Optional<Instant> updatedAt) {
  public ImportedEmployee {
    given = Set.copyOf(given);
  }
}
