package dev.hexdesk.bootstrap.config;

import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.shared.Coded;
import dev.hexdesk.domain.user.Role;
import io.dropwizard.validation.selfvalidating.SelfValidating;
import io.dropwizard.validation.selfvalidating.SelfValidation;
import io.dropwizard.validation.selfvalidating.ViolationCollector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which permissions each role grants, by their codes. */
@SelfValidating
public record RolesSection(List<String> admin, List<String> manager, List<String> support) {
  private static final String PERMISSIONS =
      Arrays.stream(Permission.values()).map(Permission::code).collect(Collectors.joining(", "));

  RolePolicy policy() {
    return new RolePolicy(
        Map.of(
            Role.ADMIN, granted(admin),
            Role.MANAGER, granted(manager),
            Role.SUPPORT, granted(support)));
  }

  /** Checks that all that is granted exists. */
  @SelfValidation
  public void check(ViolationCollector violations) {
    check(Role.ADMIN, admin, violations);
    check(Role.MANAGER, manager, violations);
    check(Role.SUPPORT, support, violations);
  }

  private static void check(Role role, List<String> codes, ViolationCollector violations) {
    for (String code : codes) {
      if (Coded.find(Permission.class, code).isEmpty()) {
        violations.addViolation(
            role.code(),
            "'{code}' is no permission; these are: {permissions}",
            Map.of("code", code, "permissions", PERMISSIONS));
      }
    }
  }

  private static Set<Permission> granted(List<String> codes) {
    return codes.stream()
        .map(code -> Coded.find(Permission.class, code))
        .flatMap(Optional::stream)
        .collect(Collectors.toUnmodifiableSet());
  }
}
