package dev.hexdesk.application.employee;

import dev.hexdesk.domain.employee.City;
import dev.hexdesk.domain.employee.Country;
import dev.hexdesk.domain.employee.Employee;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.employee.EmployeeProfile;
import dev.hexdesk.domain.employee.NickName;
import dev.hexdesk.domain.employee.PostalAddress;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.ExternalId;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.domain.shared.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** An employee as callers see them. */
public record EmployeeView(
    EmployeeId id,
    Optional<String> firstName,
    Optional<String> lastName,
    Optional<String> nickName,
    Optional<String> phone,
    Optional<String> phoneExtension,
    Optional<String> email,
    Optional<LocalDate> birthday,
    Optional<String> country,
    Optional<String> city,
    Optional<String> address,
    Optional<ExternalId> externalId,
    Version version,
    Instant createdAt,
    Instant updatedAt,
    Optional<Instant> erasedAt) {

  /** What the person is sorted by. */
  public String sortName() {
    return PersonName.leading(firstName, lastName);
  }

  public static EmployeeView of(Employee employee) {
    EmployeeProfile profile = employee.profile();
    return new EmployeeView(
        employee.id(),
        profile.firstName().map(PersonName::value),
        profile.lastName().map(PersonName::value),
        profile.nickName().map(NickName::value),
        profile.phone().map(PhoneNumber::number),
        profile.phone().flatMap(PhoneNumber::extension),
        profile.email().map(EmailAddress::value),
        profile.birthday(),
        profile.country().map(Country::value),
        profile.city().map(City::value),
        profile.address().map(PostalAddress::value),
        employee.externalId(),
        employee.version(),
        employee.createdAt(),
        employee.updatedAt(),
        employee.erasedAt());
  }
}
