package dev.hexdesk.domain.employee;

import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.domain.shared.TextRule;
import dev.hexdesk.domain.shared.Violations;
import dev.hexdesk.domain.shared.Violations.Checked;
import java.time.LocalDate;

/** What the fields of an employee must look like, in the numbers that the operator chose. */
public record EmployeeRules(
    TextRule<PersonName> firstName,
    TextRule<PersonName> lastName,
    TextRule<NickName> nickName,
    TextRule<PhoneNumber> phone,
    TextRule<EmailAddress> email,
    TextRule<Country> country,
    TextRule<City> city,
    TextRule<PostalAddress> address) {
  private static final LocalDate EARLIEST_BIRTHDAY = LocalDate.of(1850, 1, 1);

  /** Checks a birthday: in the past, and of a person who can be alive. */
  public Checked<LocalDate> birthday(LocalDate birthday, LocalDate today, Violations violations) {
    if (!birthday.isBefore(today)) {
      violations.add("birthday", "not_in_past", "must be in the past");
      return violations.unavailable("birthday");
    }
    if (birthday.isBefore(EARLIEST_BIRTHDAY)) {
      violations.add("birthday", "too_early", "must not be before " + EARLIEST_BIRTHDAY);
      return violations.unavailable("birthday");
    }
    return () -> birthday;
  }
}
