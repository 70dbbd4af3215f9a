package dev.hexdesk.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantParserTest {
  private static final Instant MOMENT = Instant.parse("2026-12-31T10:15:00Z");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-12-31T10:15:00Z",
        "2026-12-31t10:15:00z",
        "2026-12-31T10:15Z",
        "2026-12-31 10:15:00Z",
        "2026-12-31 10:15:00+00",
        "2026-12-31 10:15:00 UTC",
        "2026-12-31 10:15:00 GMT",
        "2026-12-31 12:15:00 +0200",
        "2026-12-31T12:15:00+02:00",
        "2026-12-31T12:15:00+0200",
        "2026-12-31T12:15:00+02",
        "2026-12-31T04:30:00.000-0545",
        "2026-12-31T10:15:00-00:00",
        "2026-12-31T10:15:00.0000000Z",
        "2026-12-31T10:15:00,000Z",
        "2026-12-31T10:15:00.000000000000Z",
        "2026-12-31T12:15:00+02:00[Europe/Kyiv]",
        "2026-12-31T10:15:00Z[UTC]",
        " 2026-12-31T10:15:00Z\n",
        "20261231T101500Z",
        "20261231T1015Z",
        "20261231T121500+0200",
        "20261231t101500.000z",
        "2027-01-01T00:15:00+14:00"
      })
  void readsWhatCanOnlyBeReadAlike(String text) {
    assertThat(InstantParser.parse(text).map(OffsetDateTime::toInstant)).contains(MOMENT);
  }

  @Test
  void readsWhatJavaWrites() {
    OffsetDateTime moment = OffsetDateTime.parse("2026-12-31T10:15+02:00");
    ZonedDateTime zoned = ZonedDateTime.parse("2026-07-01T10:15+03:00[Europe/Kyiv]");

    assertThat(InstantParser.parse(moment.toString())).contains(moment);
    assertThat(InstantParser.parse(zoned.toString())).contains(zoned.toOffsetDateTime());
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-12-31T10:15:30.123456789Z, 2026-12-31T10:15:30.123456789Z
          2026-12-31T10:15:30.1Z, 2026-12-31T10:15:30.100Z
          2026-12-31T10:15:30.1234567899Z, 2026-12-31T10:15:30.123456789Z
          2026-12-31T24:00Z, 2027-01-01T00:00:00Z
          2024-02-28T24:00:00.000+02:00, 2024-02-28T22:00:00Z
          20241231T240000Z, 2025-01-01T00:00:00Z
          2016-12-31T23:59:60Z, 2017-01-01T00:00:00Z
          2017-01-01T01:59:60+02:00, 2017-01-01T00:00:00Z
          2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z
          -0001-01-01T00:00:00Z, -0001-01-01T00:00:00Z
          +99999-12-31T00:00:00Z, +99999-12-31T00:00:00Z
          """)
  void readsEachPart(String text, Instant moment) {
    assertThat(InstantParser.parse(text).map(OffsetDateTime::toInstant)).contains(moment);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-12-31",
        "2026-12-31T10:15:00",
        "2026-12-31 10:15",
        "2026-02-29T10:00:00Z",
        "2026-12-31T24:00:01Z",
        "2026-12-31T24:00:00.1Z",
        "2026-12-31T24:01:00Z",
        "2026-12-31T25:00:00Z",
        "2026-12-31T10:15:60Z",
        "2026-12-31T10:15:61Z",
        "2026-12-31T10:15:00+19:00",
        "2026-12-31T10:15:00+02:60",
        "2026-12-31T10:15:00 02:00",
        "2026-12-31T10:15:00 0200",
        "2026-12-31T10:15:00.Z",
        "2026-12-31T10Z",
        "20261231T101500",
        "20261231T10Z",
        "20261231T1015000Z",
        "2026123T101500Z",
        "20261331T101500Z",
        "20261231 101500Z",
        "2026-W53-4T10:15:00Z",
        "31.12.2026 10:15",
        "12/31/2026 10:15 AM",
        "Thu, 31 Dec 2026 10:15:00 GMT",
        "1798712130",
        "+2026-12-31T10:15:00Z",
        "２０２６-12-31T10:15:00Z",
        "2026-12-31T10:15:00Z[a b]",
        "yesterday"
      })
  void readsNothingElse(String text) {
    assertThat(InstantParser.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-31T10:15:30, ', with its offset from UTC or Z'",
    "2026-12-31 10:15, ', with its offset from UTC or Z'",
    "2026-12-31, ', with its time and offset from UTC or Z'",
    "tomorrow, ''"
  })
  void saysWhatIsMissing(String text, String advice) {
    assertThat(InstantParser.advice(text)).isEqualTo(advice);
  }

  @Test
  void isNotKeptBusyByLongTexts() {
    assertThat(InstantParser.parse("2026-12-31T10:15:00." + "0".repeat(1 << 20) + "Z")).isEmpty();
  }
}
