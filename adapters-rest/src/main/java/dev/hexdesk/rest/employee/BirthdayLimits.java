package dev.hexdesk.rest.employee;

import dev.hexdesk.domain.employee.EmployeeRules;
import dev.hexdesk.domain.shared.Violations.Checked;
import dev.hexdesk.domain.shared.WellFormed;
import dev.hexdesk.rest.json.FieldValidator;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;

/** Reads birthdays from requests. */
final class BirthdayLimits {
  /** From 1850 on, the earliest that anybody can be born. */
  static final String PATTERN = "^(?:18[5-9]|19[0-9]|[2-9][0-9]{2})[0-9]-[0-9]{2}-[0-9]{2}$";

  /** Four digits for the year: the ISO format would take more, with a sign. */
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private BirthdayLimits() {}

  static Checked<LocalDate> read(
      String raw, FieldValidator fields, EmployeeRules rules, LocalDate today) {
    try {
      String text = WellFormed.trimmed(raw);
      if (DATE.matcher(text).matches()) {
        return rules.birthday(LocalDate.parse(text), today, fields.violations());
      }
    } catch (DateTimeException noSuchDay) {
      // Refused below, like any other text that is no date.
    }
    fields.violations().add("birthday", "format", "must be a date such as 1990-04-23");
    return fields.violations().unavailable("birthday");
  }
}
