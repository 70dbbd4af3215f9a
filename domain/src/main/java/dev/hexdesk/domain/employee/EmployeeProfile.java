package dev.hexdesk.domain.employee;

import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import java.text.Normalizer;
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

  /**
   * What is left of somebody who was erased. What takes its place can be nobody's: no number begins
   * with a zero (E.164), and nothing is reachable below {@code invalid} (RFC 2606).
   */
  public static EmployeeProfile ofErased(EmployeeId id) {
    return new EmployeeProfile(
        Optional.of(new PersonName("Erased")),
        Optional.of(lastNameOfErased(id)),
        Optional.empty(),
        Optional.of(new PhoneNumber("+0%010d".formatted(id.value()))),
        Optional.of(new EmailAddress("erased-" + id.value() + "@invalid")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The last name that is left of somebody who was erased. */
  public static PersonName lastNameOfErased(EmployeeId id) {
    return new PersonName("Person " + id.value());
  }

  /** What the person is sorted by. */
  public PersonName sortName() {
    return PersonName.leading(firstName, lastName);
  }

  /**
   * What tells in a text that this is the person spoken of. Names of accounts have both names in
   * one word. A name of one character tells nothing where no spaces are between words, so it is
   * looked for together with the other one, too.
   */
  public Set<IdentifyingText> personalWords() {
    return Stream.concat(
            Stream.of(
                    email.map(EmailAddress::value),
                    phone.map(PhoneNumber::number),
                    firstName.map(PersonName::value),
                    lastName.map(PersonName::value),
                    nickName.map(NickName::value))
                .flatMap(Optional::stream),
            wholeNames())
        .map(IdentifyingText::new)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Stream<String> wholeNames() {
    if (firstName.isEmpty() || lastName.isEmpty()) {
      return Stream.empty();
    }
    String first = firstName.get().value();
    String last = lastName.get().value();
    return isOneCharacter(first) || isOneCharacter(last)
        ? Stream.of(first + " " + last, last + " " + first)
        : Stream.of(first + last, last + first).filter(EmployeeProfile::isNotTooLong);
  }

  private static boolean isNotTooLong(String name) {
    return name.codePointCount(0, name.length()) <= IdentifyingText.LONGEST;
  }

  private static boolean isOneCharacter(String name) {
    String composed = Normalizer.normalize(name, Normalizer.Form.NFC);
    return composed.codePointCount(0, composed.length()) == 1;
  }
}
