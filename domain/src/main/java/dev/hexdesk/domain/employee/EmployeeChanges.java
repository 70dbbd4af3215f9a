package dev.hexdesk.domain.employee;

import dev.hexdesk.domain.shared.Change;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An update of an employee, partial or whole.
 *
 * @param phone with the extension that was written with it
 * @param phoneExtension of the number that is there then
 */
public record EmployeeChanges(
    Change<Optional<PersonName>> firstName,
    Change<Optional<PersonName>> lastName,
    Change<Optional<NickName>> nickName,
    Change<Optional<PhoneNumber>> phone,
    Change<Optional<String>> phoneExtension,
    Change<Optional<EmailAddress>> email,
    Change<Optional<LocalDate>> birthday,
    Change<Optional<Country>> country,
    Change<Optional<City>> city,
    Change<Optional<PostalAddress>> address) {

  /** The update that replaces everything. */
  public static EmployeeChanges to(EmployeeProfile profile) {
    return new EmployeeChanges(
        Change.to(profile.firstName()),
        Change.to(profile.lastName()),
        Change.to(profile.nickName()),
        Change.to(profile.phone()),
        Change.to(profile.phone().flatMap(PhoneNumber::extension)),
        Change.to(profile.email()),
        Change.to(profile.birthday()),
        Change.to(profile.country()),
        Change.to(profile.city()),
        Change.to(profile.address()));
  }

  /** Whether nothing would be left that the person is called by. */
  public boolean leaveNoName(EmployeeProfile present) {
    return firstName.appliedTo(present.firstName()).isEmpty()
        && lastName.appliedTo(present.lastName()).isEmpty();
  }

  /** The same number keeps its extension; another one comes with its own, if it has any. */
  private Optional<PhoneNumber> phoneOf(EmployeeProfile present) {
    return phone
        .appliedTo(present.phone())
        .map(
            number ->
                number.withExtension(
                    phoneExtension.appliedTo(
                        number.extension().or(() -> extensionOf(number, present)))));
  }

  private static Optional<String> extensionOf(PhoneNumber number, EmployeeProfile present) {
    return present
        .phone()
        .filter(it -> it.number().equals(number.number()))
        .flatMap(PhoneNumber::extension);
  }

  public EmployeeProfile appliedTo(EmployeeProfile present) {
    return new EmployeeProfile(
        firstName.appliedTo(present.firstName()),
        lastName.appliedTo(present.lastName()),
        nickName.appliedTo(present.nickName()),
        phoneOf(present),
        email.appliedTo(present.email()),
        birthday.appliedTo(present.birthday()),
        country.appliedTo(present.country()),
        city.appliedTo(present.city()),
        address.appliedTo(present.address()));
  }
}
