package dev.hexdesk.rest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TraceContextTest {
  private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

  private static java.util.Optional<TraceContext> read(String... values) {
    return TraceContext.of(Collections.enumeration(List.of(values)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00-" + TRACE + "-00f067aa0ba902b7-01",
        "00-" + TRACE + "-00f067aa0ba902b7-00",
        "00-" + TRACE + "-00f067aa0ba902b7-ff",
        "cc-" + TRACE + "-00f067aa0ba902b7-01",
        "cc-" + TRACE + "-00f067aa0ba902b7-01-what-the-future-will-be-like",
        "01-" + TRACE + "-00f067aa0ba902b7-01-"
      })
  void takesWhatTheStandardLets(String header) {
    assertThat(read(header)).contains(new TraceContext(TRACE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "00",
        "00-" + TRACE,
        "00-" + TRACE + "-00f067aa0ba902b7",
        "00-" + TRACE + "-00f067aa0ba902b7-1",
        "00-" + TRACE + "-00f067aa0ba902b7-01-",
        "00-" + TRACE + "-00f067aa0ba902b7-01-more",
        "00-" + TRACE + "-00f067aa0ba902b7-01 ",
        " 00-" + TRACE + "-00f067aa0ba902b7-01",
        "00-" + TRACE + "-00f067aa0ba902b7-0g",
        "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
        "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
        "00-" + TRACE + "-0000000000000000-01",
        "00-" + TRACE + "0-00f067aa0ba902b7-01",
        "ff-" + TRACE + "-00f067aa0ba902b7-01",
        "0-" + TRACE + "-00f067aa0ba902b7-01",
        "cc-" + TRACE + "-00f067aa0ba902b7-01.what-the-future-will-not-be-like",
        "00_" + TRACE + "_00f067aa0ba902b7_01"
      })
  void ignoresAllElse(String header) {
    assertThat(read(header)).isEmpty();
  }

  @Test
  void ignoresSeveral() {
    String header = "00-" + TRACE + "-00f067aa0ba902b7-01";

    assertThat(read(header, header)).isEmpty();
    assertThat(read()).isEmpty();
  }

  @Test
  void tellsTheTraceAndASpanOfItsOwn() {
    TraceContext trace = new TraceContext(TRACE);

    assertThat(trace.response()).matches("00-" + TRACE + "-(?!0{16})[0-9a-f]{16}-00");
    assertThat(trace.response()).isNotEqualTo(trace.response());
  }
}
