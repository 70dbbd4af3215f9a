package dev.hexdesk.application.contract;

import dev.hexdesk.application.employee.EmployeeFilter;
import dev.hexdesk.application.user.UserFilter;
import dev.hexdesk.domain.user.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Filters of users and employees; null for what is not asked for. */
public final class Filters {
  private Filters() {}

  public static UserFilter user(
      @Nullable String username,
      @Nullable String phone,
      @Nullable String email,
      @Nullable Role role,
      @Nullable Boolean disabled,
      @Nullable Boolean loginDenied,
      @Nullable String q) {
    return new UserFilter(
        Optional.ofNullable(username),
        Optional.ofNullable(phone),
        Optional.ofNullable(email),
        Optional.ofNullable(role),
        Optional.ofNullable(disabled),
        Optional.ofNullable(loginDenied),
        Optional.ofNullable(q));
  }

  public static EmployeeFilter employee(
      @Nullable String q,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String country,
      @Nullable String city) {
    return new EmployeeFilter(
        Optional.ofNullable(q),
        Optional.ofNullable(phone),
        Optional.ofNullable(email),
        Optional.ofNullable(country),
        Optional.ofNullable(city));
  }
}
