package dev.hexdesk.application.privacy;

import dev.hexdesk.application.employee.EmployeeView;
import dev.hexdesk.domain.shared.ExternalId;
import java.util.Optional;

/**
 * What is stored on an employee themselves.
 *
 * @param externalId what another system calls them
 */
public record PersonRecord(EmployeeView employee, Optional<ExternalId> externalId) {}
