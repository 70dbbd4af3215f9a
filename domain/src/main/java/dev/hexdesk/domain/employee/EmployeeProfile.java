package dev.hexdesk.domain.employee;

import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    Optional<PostalAddress> address) {

  /** What tells in a text that this is the person spoken of. */
  public Set<IdentifyingText> personalWords() {
    return Stream.concat(
            Stream.of(email.value(), phone.value(), firstName.value(), lastName.value()),
            nickName.map(NickName::value).stream())
        .map(IdentifyingText::new)
        .collect(Collectors.toUnmodifiableSet());
  }
}
