package dev.hexdesk.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PermissionTest {
  @ParameterizedTest
  @CsvSource({
    "USER_READ, user:read, USERS_READ",
    "USER_CREATE, user:create, USERS_WRITE",
    "USER_UPDATE, user:update, USERS_WRITE",
    "USER_UPDATE_CONTACTS, user:update_contacts, USERS_WRITE",
    "USER_UPDATE_DISABLED, user:update_disabled, USERS_WRITE",
    "USER_UPDATE_LOGIN_DENIED, user:update_login_denied, USERS_WRITE",
    "USER_UPDATE_PASSWORD, user:update_password, USERS_WRITE",
    "USER_DELETE, user:delete, USERS_WRITE",
    "EMPLOYEE_READ, employee:read, EMPLOYEES_READ",
    "EMPLOYEE_CREATE, employee:create, EMPLOYEES_WRITE",
    "EMPLOYEE_UPDATE, employee:update, EMPLOYEES_WRITE",
    "EMPLOYEE_DELETE, employee:delete, EMPLOYEES_WRITE",
    "EMPLOYEE_IMPORT, employee:import, EMPLOYEES_WRITE",
    "PRIVACY_ERASE, privacy:erase, EMPLOYEES_WRITE",
    "TICKET_READ, ticket:read, TICKETS_READ",
    "TICKET_CREATE, ticket:create, TICKETS_WRITE",
    "TICKET_UPDATE, ticket:update, TICKETS_WRITE",
    "TICKET_DELETE, ticket:delete, TICKETS_WRITE",
    "TICKET_IMPORT, ticket:import, TICKETS_WRITE",
    "TICKET_EXPORT, ticket:export, TICKETS_READ",
    "COMMENT_READ, comment:read, TICKETS_READ",
    "COMMENT_READ_INTERNAL, comment:read_internal, COMMENTS_INTERNAL",
    "COMMENT_CREATE, comment:create, TICKETS_WRITE",
    "COMMENT_DELETE, comment:delete, TICKETS_WRITE"
  })
  void bearsItsCodeAndLiesInItsScope(Permission permission, String code, Scope scope) {
    assertThat(permission.code()).isEqualTo(code);
    assertThat(permission.scope()).isEqualTo(scope);
  }
}
