package dev.hexdesk.rest.security;

import static dev.hexdesk.rest.testing.Callers.SUPPORT;
import static dev.hexdesk.rest.testing.TestResponseAssert.assertThat;

import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.access.RolePolicy;
import dev.hexdesk.domain.access.Scope;
import dev.hexdesk.domain.user.Role;
import dev.hexdesk.rest.problem.ProblemType;
import dev.hexdesk.rest.testing.AllResources;
import dev.hexdesk.rest.testing.Api;
import dev.hexdesk.rest.testing.Callers;
import dev.hexdesk.rest.testing.TestResponse;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an operator's own grants lead to that the standard ones don't. */
class PermissionFilterTest {
  private static TestResponse patchUser(Permission granted, Scope... scopes) {
    return api(granted)
        .patch("/api/v1/users/1")
        .as(Callers.narrowed(SUPPORT, scopes))
        .json("{}")
        .send();
  }

  private static Api api(Permission granted) {
    RolePolicy policy = new RolePolicy(Map.of(Role.SUPPORT, Set.of(granted)));
    return Api.of(new Callers(), policy, AllResources.resources().toArray());
  }

  @Test
  void opensByAnyOneOfSeveralPermissions() {
    assertThat(patchUser(Permission.USER_UPDATE, Scope.USERS_WRITE)).hasStatus(200);
    assertThat(patchUser(Permission.USER_UPDATE_CONTACTS, Scope.USERS_WRITE)).hasStatus(200);
  }

  @Test
  void blamesTheScopeWhenARoleGrantsOneOfSeveral() {
    assertThat(patchUser(Permission.USER_UPDATE_LOGIN_DENIED, Scope.USERS_READ))
        .isProblem(ProblemType.INSUFFICIENT_SCOPE)
        .hasMember("permission", "user:update_login_denied")
        .hasMember("scope", "users:write");
  }

  @Test
  void blamesTheRoleWhenItGrantsNoneOfSeveral() {
    assertThat(patchUser(Permission.USER_READ, Scope.USERS_READ))
        .isProblem(ProblemType.PERMISSION_DENIED)
        .hasMember("permission", "user:update_contacts");
  }

  @Test
  void blamesTheRoleFirstWhenAllOfSeveralAreNeeded() {
    assertThat(
            api(Permission.EMPLOYEE_READ)
                .get("/api/v1/employees/1/tickets")
                .as(Callers.narrowed(SUPPORT, Scope.USERS_READ))
                .send())
        .isProblem(ProblemType.PERMISSION_DENIED)
        .hasMember("permission", "ticket:read");
  }
}
