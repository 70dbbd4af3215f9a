package dev.hexdesk.bootstrap.hardening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How the files of the table are read: a slip of the pen must not make a case that shows nothing.
 */
class HardeningTableTest {
  private static final String SECTION =
      """
      title: A section
      about: What it is about
      rows: {2: Something}
      cases:
        - name: A case
          row: 2
          %s
      """;
  private static final Texts TEXTS =
      new Texts(
          (name, member, argument) -> {
            if (!name.equals("ann")) {
              throw new IllegalArgumentException(name);
            }
            return name + "/" + member + "/" + argument;
          });

  private static Section read(String... keys) throws Exception {
    return HardeningTable.read(SECTION.formatted(String.join("\n    ", keys)));
  }

  @Test
  void readsACase() throws Exception {
    Case only = read("request: GET /", "answer: 400 malformed_request").cases().getFirst();

    assertThat(only.outcome(RequestRoute.DIRECT).status()).isEqualTo(400);
    assertThat(only.outcome(RequestRoute.NGINX).code()).isEqualTo("malformed_request");
    assertThat(only.ways()).containsExactly(RequestRoute.values());
  }

  @Test
  void sendsEachVariant() throws Exception {
    Case written =
        read("request: GET /{each}", "each: [a, b]", "answer: 404 not_found", "nginx: 200")
            .cases()
            .getFirst();

    assertThat(HardeningTable.variants(written).map(variant -> variant.sent().request()))
        .containsExactly("GET /a", "GET /b");
    assertThat(HardeningTable.variants(written).map(HardeningTable.Variant::name))
        .containsExactly("A case [a]", "A case [b]");
    assertThat(written.outcome(RequestRoute.NGINX).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "request: GET /",
        "answer: 200",
        "request: GET /\n    raw: x\n    answer: 200",
        "request: GET /\n    answer: well",
        "request: GET /\n    answer: 200\n    answers: 200",
        "request: GET /\n    answer: 200\n    answer: 201",
        "request: GET /\n    answer: 200\n    nginx: {status: 200}",
        "request: GET /\n    answer: 200\n    through: carrier pigeon",
        "request: GET /\n    answer: 200\n    pack: [salt]",
        "request: GET /\n    answer: 200\n    row: 3",
        "request: GET /\n    answer: 200\n    token: {sub: 1}"
      })
  void refusesWhatItDoesNotUnderstand(String keys) {
    assertThatThrownBy(() -> read(keys.split("\n    "))).isInstanceOf(Exception.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{row: 2, promise: p}",
        "{row: 2, tests: [T]}",
        "{row: 2, promise: p, tests: [T], missing: m}"
      })
  void refusesPromisesThatNothingShows(String proof) {
    String section = "title: t\nabout: a\nrows: {2: x}\nproofs: [" + proof + "]\n";

    assertThatThrownBy(() -> HardeningTable.read(section)).isInstanceOf(Exception.class);
  }

  @ParameterizedTest
  @CsvSource({
    "{repeat 3 ab}, ababab",
    "{repeat 2 \\x7b}, {{",
    "{repeat 2 {\"a\":}, {\"a\":{\"a\":",
    "{\"a\": 1}, {\"a\": 1}",
    "\\u0000, \\u0000",
    "\\\\r, \\r",
    "{ann}, ann//",
    "{ann.b_c}, ann/b_c/",
    "{ann b c}, ann//b c"
  })
  void readsTexts(String text, String expected) {
    assertThat(new String(TEXTS.bytes(text), UTF_8)).isEqualTo(expected);
  }

  @Test
  void readsBytes() {
    assertThat(TEXTS.bytes("\\xff\\0\\r\\n\\té"))
        .containsExactly(0xff, 0, '\r', '\n', '\t', 0xc3, 0xa9);
    assertThatThrownBy(() -> TEXTS.bytes("{nobody}")).isInstanceOf(IllegalArgumentException.class);
  }
}
