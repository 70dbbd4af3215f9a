package dev.hexdesk.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be in the URL of a database. */
class DatabaseSectionTest {
  private static DatabaseSection of(String parameters) {
    String url = "jdbc:postgresql://db.example.org/hexdesk" + parameters;
    return Configurations.of("", Map.of("HEXDESK_DB_URL", url)).database();
  }

  @Test
  void mayHaveThePasswordOfAClientsKeyWhichNobodyReads() {
    DatabaseSection database = of("?sslkey=/etc/c.pk8&sslpassword=tr0ub4dor&sslmode=verify-full");

    assertThat(database.url()).contains("sslpassword=tr0ub4dor");
    assertThat(database.toString()).doesNotContain("tr0ub4dor").contains("sslmode=verify-full");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?password=x", "?sslmode=require&password=x", "?Password=x"})
  void mayNotHaveThePassword(String parameters) {
    assertThatThrownBy(() -> of(parameters))
        .hasMessageContaining("database.url: must not have the password in it");
  }
}
