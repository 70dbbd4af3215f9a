package dev.hexdesk.persistence.user;

import dev.hexdesk.domain.shared.Coded;
import dev.hexdesk.domain.shared.EmailAddress;
import dev.hexdesk.domain.shared.PersonName;
import dev.hexdesk.domain.shared.PhoneNumber;
import dev.hexdesk.domain.shared.Version;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.domain.user.User;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.UserProfile;
import dev.hexdesk.domain.user.Username;
import dev.hexdesk.persistence.support.FoldedText;
import dev.hexdesk.persistence.support.SqlValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.Query;

/** A row of the table of users, without the credentials. */
final class UserRow {
  static final String COLUMNS =
      "id, username, first_name, last_name, phone, email, roles, disabled, login_denied,"
          + " version, created_at, updated_at";

  private UserRow() {}

  static User user(ResultSet row) throws SQLException {
    return new User(
        new UserId(row.getLong("id")),
        new UserProfile(
            new Username(row.getString("username")),
            text(row, "first_name").map(PersonName::new),
            text(row, "last_name").map(PersonName::new),
            new PhoneNumber(row.getString("phone")),
            new EmailAddress(row.getString("email")),
            roles(row),
            row.getBoolean("disabled"),
            row.getBoolean("login_denied")),
        new Version(row.getLong("version")),
        SqlValues.instant(row, "created_at"),
        SqlValues.instant(row, "updated_at"));
  }

  private static Optional<String> text(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getString(column));
  }

  static Set<Role> roles(ResultSet row) throws SQLException {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (String code : (String[]) row.getArray("roles").getArray()) {
      roles.add(Coded.find(Role.class, code).orElseThrow());
    }
    return roles;
  }

  static Argument roles(Collection<Role> roles) {
    return SqlValues.array("text", roles.stream().sorted().map(Role::code).toList());
  }

  /** Binds the columns that are written together, by their names in camel case. */
  static Query bind(Query statement, UserProfile profile) {
    return statement
        .bind("username", profile.username().value())
        .bind("usernameKey", profile.username().key())
        .bind("firstName", profile.firstName().map(PersonName::value))
        .bind("lastName", profile.lastName().map(PersonName::value))
        .bind("lastNameKey", FoldedText.sortKey(profile.sortName().value()))
        .bind("phone", profile.phone().value())
        .bind("email", profile.email().value())
        .bind("emailKey", profile.email().key())
        .bind("roles", roles(profile.roles()))
        .bind("disabled", profile.disabled())
        .bind("loginDenied", profile.loginDenied())
        .bind("searchText", searchText(profile));
  }

  private static String searchText(UserProfile profile) {
    return FoldedText.searchText(
        profile.username().value(),
        profile.firstName().map(PersonName::value).orElse(""),
        profile.lastName().map(PersonName::value).orElse(""),
        profile.phone().value(),
        profile.email().value());
  }
}
