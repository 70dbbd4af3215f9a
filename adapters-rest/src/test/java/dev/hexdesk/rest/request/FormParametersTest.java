package dev.hexdesk.rest.request;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormParametersTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n", "\r\n\r\n"})
  void theLineEndOfAFileIsNoPartOfAForm(String lineEnd) throws Exception {
    assertThat(read("username=ada&password=x%0D%0A" + lineEnd).value("password")).contains("x\r\n");
  }

  /** Whoever has no account may send this: a pattern tried from each line end takes minutes. */
  @Test
  void lineEndsBeforeTheEndAreReadOnce() {
    String form = "password=" + "\r".repeat(1_000_000) + "x";

    assertThat(
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> read(form).value("password")))
        .contains(form.substring("password=".length()));
  }

  private static FormParameters read(String form) throws FormParameters.Unreadable {
    return FormParameters.read(form.getBytes(ISO_8859_1));
  }
}
