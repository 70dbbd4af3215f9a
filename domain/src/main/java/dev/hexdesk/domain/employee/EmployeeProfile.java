package dev.hexdesk.domain.employee;

import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All of an employee that can be written.
 *
 * @param firstName empty for who has one name, which is the last one then; or the other way round
 */
public record EmployeeProfile(
    Optional<PersonName> firstName,
    Optional<PersonName> lastName,
    Optional<NickName> nickName,
    Optional<PhoneNumber> phone,
    Optional<EmailAddress> email,
    Optional<LocalDate> birthday,
    Optional<Country> country,
    Optional<City> city,
    Optional<PostalAddress> address) {

  public EmployeeProfile {
    PersonName.requireOne(firstName, lastName);
  }

  /** What the person is sorted by. */
  public PersonName sortName() {
    return PersonName.leading(firstName, lastName);
  }

  /** What tells in a text that this is the person spoken of. */
  public Set<IdentifyingText> personalWords() {
    return Stream.of(
            email.map(EmailAddress::value),
            phone.map(PhoneNumber::number),
            firstName.map(PersonName::value),
            lastName.map(PersonName::value),
            nickName.map(NickName::value))
        .flatMap(Optional::stream)
        .map(IdentifyingText::new)
        .collect(Collectors.toUnmodifiableSet());
  }
}
