package dev.hexdesk.rest.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexdesk.rest.problem.ProblemException;
import dev.hexdesk.rest.problem.ProblemType;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeyTest {
  @Test
  void isNotNeeded() {
    assertThat(IdempotencyKey.read(null)).isEmpty();
    assertThat(IdempotencyKey.read(List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = 'Q',
      textBlock =
          """
          "8e03978e-40d5-43dd-bc93-6894a57f9324" | 8e03978e-40d5-43dd-bc93-6894a57f9324
          8e03978e-40d5-43dd-bc93-6894a57f9324   | 8e03978e-40d5-43dd-bc93-6894a57f9324
          "a"                                    | a
          a:b/c*                                 | a:b/c*
          "a b, c; d=(e)"                        | a b, c; d=(e)
          "say \\"no\\""                         | say "no"
          "back\\\\slash"                        | back\\slash
          "[]^~"                                 | []^~
          !#$%&'*+-.^_`                          | !#$%&'*+-.^_`
          """)
  void isQuotedOrNot(String header, String key) {
    assertThat(read(header)).contains(key);
  }

  @Test
  void isItsTextHoweverItIsWritten() {
    assertThat(read("abc")).isEqualTo(read("\"abc\"")).isEqualTo(read(" \"abc\"\t"));
  }

  @Test
  void hasUpTo255Characters() {
    assertThat(read("\"" + " ".repeat(255) + "\"").orElseThrow()).hasSize(255);
    assertThat(read("\"" + "\\\\".repeat(255) + "\"").orElseThrow()).hasSize(255);
    assertThat(read("a".repeat(255)).orElseThrow()).hasSize(255);
    assertRefused("\"" + " ".repeat(256) + "\"");
    assertRefused("\"" + "\\\"".repeat(256) + "\"");
    assertRefused("a".repeat(256));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\"\"",
        "\"a",
        "a\"",
        "\"a\"b\"",
        "\"a\\\"",
        "\"a\\n\"",
        "\"a\", \"b\"",
        "a,b",
        "a b",
        "\"a\";b=1",
        "a;b=1",
        "a=b",
        "\"é\"",
        "\"\u007f\"",
        "\"\t\"",
        ":YQ==:",
        "(\"a\")",
        "'a b'",
        "\\",
        "{}",
        "@"
      })
  void isNothingElse(String header) {
    assertRefused(header);
  }

  @Test
  void isThereOnce() {
    assertThatThrownBy(() -> IdempotencyKey.read(List.of("\"a\"", "\"a\"")))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED_REQUEST));
  }

  private static Optional<String> read(String header) {
    return IdempotencyKey.read(List.of(header));
  }

  private static void assertRefused(String header) {
    assertThatThrownBy(() -> read(header))
        .as(header)
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.MALFORMED_REQUEST))
        .hasMessageContaining(IdempotencyKey.HEADER);
  }
}
