package dev.hexdesk.domain.employee;

import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import java.time.LocalDate;
import java.util.Optional;

/** All of an employee that can be written. */
public record EmployeeProfile(
    PersonName firstName,
    PersonName lastName,
    Optional<NickName> nickName,
    PhoneNumber phone,
    EmailAddress email,
    Optional<LocalDate> birthday,
    Optional<Country> country,
    Optional<City> city,
    Optional<PostalAddress> address) {}
