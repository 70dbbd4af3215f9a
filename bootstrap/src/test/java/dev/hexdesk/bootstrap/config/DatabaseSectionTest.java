package dev.hexdesk.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
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

  private static void check(String url) {
    Configurations.of("", Map.of("HEXDESK_DB_URL", url));
  }

  /** As platforms write the address of a database, with another beginning. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://ann:s3cret@db.example.org/hexdesk",
        "jdbc:postgresql://ann@db.example.org:5432/hexdesk?sslmode=require"
      })
  void mayNotHaveWhoLogsIn(String url) {
    assertThatThrownBy(() -> check(url))
        .hasMessageContaining("database.url: must not have the user and the password in it")
        .hasMessageNotContaining("s3cret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db.example.org/hexdesk/",
        "jdbc:postgresql://db.example.org:port/hexdesk",
        "jdbc:postgresql://db.example.org:5432:5432/hexdesk",
        "jdbc:postgresql://::1/hexdesk",
        "jdbc:postgresql:db/hexdesk/x"
      })
  void mustBeOneThatTheDriverReads(String url) {
    assertThatThrownBy(() -> check(url)).hasMessageContaining("database.url: must be like jdbc:");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql:hexdesk",
        "jdbc:postgresql:///hexdesk",
        "jdbc:postgresql://db.example.org",
        "jdbc:postgresql://db.example.org/?ApplicationName=a/b@c",
        "jdbc:postgresql://[::1]:5432/hexdesk",
        "jdbc:postgresql://a.example:5432,b.example:5433/hexdesk?targetServerType=primary",
        "jdbc:postgresql://db.example.org/Help%20Desk?currentSchema=%22Help%20Desk%22"
      })
  void mayBeAnyThatItDoes(String url) {
    assertThatCode(() -> check(url)).doesNotThrowAnyException();
  }
}
