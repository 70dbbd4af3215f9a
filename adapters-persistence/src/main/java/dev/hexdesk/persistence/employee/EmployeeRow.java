package dev.hexdesk.persistence.employee;

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
import dev.hexdesk.persistence.support.FoldedText;
import dev.hexdesk.persistence.support.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.core.statement.Query;

/** A row of the table of employees. */
final class EmployeeRow {
  static final String COLUMNS =
      "id, first_name, last_name, nick_name, phone, email, birthday, country, city, address,"
          + " external_id, version, created_at, updated_at, erased_at";

  private EmployeeRow() {}

  static Employee employee(ResultSet row) throws SQLException {
    return new Employee(
        new EmployeeId(row.getLong("id")),
        new EmployeeProfile(
            text(row, "first_name").map(PersonName::new),
            text(row, "last_name").map(PersonName::new),
            text(row, "nick_name").map(NickName::new),
            text(row, "phone").map(PhoneNumber::new),
            text(row, "email").map(EmailAddress::new),
            birthday(row),
            text(row, "country").map(Country::new),
            text(row, "city").map(City::new),
            text(row, "address").map(PostalAddress::new)),
        text(row, "external_id").map(ExternalId::new),
        new Version(row.getLong("version")),
        SqlValues.instant(row, "created_at"),
        SqlValues.instant(row, "updated_at"),
        SqlValues.maybeInstant(row, "erased_at"));
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  private static Optional<LocalDate> birthday(ResultSet row) throws SQLException {
    return Optional.ofNullable(row.getObject("birthday", LocalDate.class));
  }

  /** Binds the columns that are written together, by their names in camel case. */
  static Query bind(Query statement, EmployeeProfile profile) {
    return statement
        .bind("firstName", profile.firstName().map(PersonName::value))
        .bind("lastName", profile.lastName().map(PersonName::value))
        .bind("lastNameKey", FoldedText.sortKey(profile.sortName().value()))
        .bind("nickName", profile.nickName().map(NickName::value))
        .bind("phone", profile.phone().map(PhoneNumber::value))
        .bind("email", profile.email().map(EmailAddress::value))
        .bind("emailKey", profile.email().map(EmailAddress::key))
        .bind("birthday", profile.birthday())
        .bind("country", profile.country().map(Country::value))
        .bind("city", profile.city().map(City::value))
        .bind("address", profile.address().map(PostalAddress::value))
        .bind("searchText", searchText(profile));
  }

  private static String searchText(EmployeeProfile profile) {
    return FoldedText.searchText(
        profile.firstName().map(PersonName::value).orElse(""),
        profile.lastName().map(PersonName::value).orElse(""),
        profile.nickName().map(NickName::value).orElse(""),
        profile.phone().map(PhoneNumber::value).orElse(""),
        profile.email().map(EmailAddress::value).orElse(""));
  }
}
