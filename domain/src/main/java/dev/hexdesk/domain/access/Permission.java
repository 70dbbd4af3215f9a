package dev.hexdesk.domain.access;

import dev.hexdesk.domain.shared.Coded;

/** Something that a role can grant; each lies within one scope. */
public enum Permission implements Coded {
  USER_READ("user:read", Scope.USERS_READ),
  USER_CREATE("user:create", Scope.USERS_WRITE),
  USER_UPDATE("user:update", Scope.USERS_WRITE),
  USER_UPDATE_CONTACTS("user:update_contacts", Scope.USERS_WRITE),
  USER_UPDATE_DISABLED("user:update_disabled", Scope.USERS_WRITE),
  USER_UPDATE_LOGIN_DENIED("user:update_login_denied", Scope.USERS_WRITE),
  USER_UPDATE_PASSWORD("user:update_password", Scope.USERS_WRITE),
  USER_DELETE("user:delete", Scope.USERS_WRITE),
  EMPLOYEE_READ("employee:read", Scope.EMPLOYEES_READ),
  EMPLOYEE_CREATE("employee:create", Scope.EMPLOYEES_WRITE),
  EMPLOYEE_UPDATE("employee:update", Scope.EMPLOYEES_WRITE),
  EMPLOYEE_DELETE("employee:delete", Scope.EMPLOYEES_WRITE),
  EMPLOYEE_IMPORT("employee:import", Scope.EMPLOYEES_WRITE),
  PRIVACY_ERASE("privacy:erase", Scope.EMPLOYEES_WRITE),
  TICKET_READ("ticket:read", Scope.TICKETS_READ),
  TICKET_CREATE("ticket:create", Scope.TICKETS_WRITE),
  TICKET_UPDATE("ticket:update", Scope.TICKETS_WRITE),
  TICKET_DELETE("ticket:delete", Scope.TICKETS_WRITE),
  TICKET_IMPORT("ticket:import", Scope.TICKETS_WRITE),
  TICKET_EXPORT("ticket:export", Scope.TICKETS_READ),
  COMMENT_READ("comment:read", Scope.TICKETS_READ),
  COMMENT_READ_INTERNAL("comment:read_internal", Scope.COMMENTS_INTERNAL),
  COMMENT_CREATE("comment:create", Scope.TICKETS_WRITE),
  COMMENT_DELETE("comment:delete", Scope.TICKETS_WRITE);

  private final String code;
  private final Scope scope;

  Permission(String code, Scope scope) {
    this.code = code;
    this.scope = scope;
  }

  /** The permission's name as people write it, {@code ticket:read}. */
  @Override
  public String code() {
    return code;
  }

  /** The scope that a narrowed token must have for it. */
  public Scope scope() {
    return scope;
  }
}
