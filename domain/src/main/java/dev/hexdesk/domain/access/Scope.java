package dev.hexdesk.domain.access;

import dev.hexdesk.domain.shared.Coded;

/** A part of the API that a token may be narrowed to (RFC 6749, section 3.3). */
public enum Scope implements Coded {
  USERS_READ("users:read", "Read users"),
  USERS_WRITE("users:write", "Create, change and delete users, and see what is written to"),
  EMPLOYEES_READ("employees:read", "Read employees"),
  EMPLOYEES_WRITE(
      "employees:write", "Create, change and delete employees, and see what is written to"),
  TICKETS_READ("tickets:read", "Read tickets"),
  TICKETS_WRITE("tickets:write", "Create, change and delete tickets, and see what is written to"),
  COMMENTS_INTERNAL("comments:internal", "Read and write the department's internal comments");

  private final String code;
  private final String meaning;

  Scope(String code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The scope's name on the wire, {@code tickets:read}. */
  @Override
  public String code() {
    return code;
  }

  /** What the scope allows, for people. */
  public String meaning() {
    return meaning;
  }
}
