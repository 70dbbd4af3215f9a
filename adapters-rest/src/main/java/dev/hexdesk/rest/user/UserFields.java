package dev.hexdesk.rest.user;

import dev.hexdesk.domain.shared.Coded;
import dev.hexdesk.domain.shared.Violation;
import dev.hexdesk.domain.shared.Violations.Checked;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.rest.json.FieldValidator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the fields of users that are more than one text. */
final class UserFields {
  static final List<String> ROLES = Coded.codes(Role.class);

  private UserFields() {}

  static Checked<Set<Role>> roles(FieldValidator fields, List<@Nullable String> raw) {
    Set<Role> roles = EnumSet.noneOf(Role.class);
    for (int index = 0; index < raw.size(); index++) {
      String code = raw.get(index);
      Role role = code == null ? null : Coded.find(Role.class, code).orElse(null);
      if (role == null) {
        Violation unknown =
            new Violation("roles", "unknown_value", "must be one of " + String.join(", ", ROLES));
        fields.violations().addAll(List.of(unknown.at(index)));
        return fields.violations().unavailable("roles");
      }
      if (!roles.add(role)) {
        fields.violations().add("roles", "repeated", "must not name a role twice");
        return fields.violations().unavailable("roles");
      }
    }
    return () -> roles;
  }
}
