package dev.hexdesk.domain.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {
  @ParameterizedTest
  @CsvSource({
    "USERS_READ, users:read, Read users",
    "USERS_WRITE, users:write, 'Create, change and delete users, and see what is written to'",
    "EMPLOYEES_READ, employees:read, Read employees",
    "EMPLOYEES_WRITE, employees:write, 'Create, change and delete employees, and see what is"
        + " written to'",
    "TICKETS_READ, tickets:read, Read tickets",
    "TICKETS_WRITE, tickets:write, 'Create, change and delete tickets, and see what is written to'",
    "COMMENTS_INTERNAL, comments:internal, 'Read and write the department\'\'s internal comments'"
  })
  void bearsItsCodeAndItsMeaning(Scope scope, String code, String meaning) {
    assertThat(scope.code()).isEqualTo(code);
    assertThat(scope.meaning()).isEqualTo(meaning);
  }
}
