package dev.hexdesk.bootstrap.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchPathTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x?currentSchema=a          | x?currentSchema=a,public",
        "x?b=c&currentSchema=a&d=e  | x?b=c&currentSchema=a,public&d=e",
        "x?currentSchema=a,public   | x?currentSchema=a,public",
        "x?currentSchema=a%2Cpublic | x?currentSchema=a%2Cpublic",
        "x?sslmode=require          | x?sslmode=require"
      })
  void hasPublicBehindTheSchemasThatAreNamed(String url, String completed) {
    assertThat(SearchPath.withPublic("jdbc:postgresql:" + url))
        .isEqualTo("jdbc:postgresql:" + completed);
  }
}
