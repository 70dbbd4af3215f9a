package dev.hexdesk.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstantRangeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1970-01-01T00:00:00Z",
        "1970-01-01T18:00:00+18:00",
        "9999-12-30T23:59:59.999999999Z",
        "9999-12-30T05:59:59-18:00"
      })
  void containsWhatLiesInItThereAndInUtc(OffsetDateTime instant) {
    assertThat(InstantRange.contains(instant)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1969-12-31T23:59:59.999999999Z",
        "1970-01-01T17:59:59+18:00",
        "1969-12-31T23:59:59-18:00",
        "9999-12-31T00:00:00Z",
        "9999-12-30T06:00:00-18:00",
        "9999-12-31T00:00:00+18:00",
        "-999999999-01-01T00:00:00+18:00",
        "+999999999-12-31T23:59:59-18:00"
      })
  void endsAtItsDaysThereAndInUtc(OffsetDateTime instant) {
    assertThat(InstantRange.contains(instant)).isFalse();
  }
}
