package dev.hexdesk.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstantTextTest {
  private static final DateTimeFormatter RFC_3339 =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T10:15:30.123Z, 2026-11-23T10:15:30.123Z",
    "2026-01-02T03:04:05Z, 2026-01-02T03:04:05.000Z",
    "2026-11-23T23:59:59.999999999Z, 2026-11-23T23:59:59.999Z",
    "1969-12-31T23:59:59.001Z, 1969-12-31T23:59:59.001Z",
    "0000-01-01T00:00:00Z, 0000-01-01T00:00:00.000Z",
    "9999-12-31T23:59:59.999Z, 9999-12-31T23:59:59.999Z",
    "+10000-01-01T00:00:00Z, +10000-01-01T00:00:00.000Z",
    "-0001-12-31T00:00:00Z, -0001-12-31T00:00:00.000Z",
  })
  void writesMillisecondsInUtc(Instant instant, String text) {
    assertThat(InstantText.of(instant)).isEqualTo(text);
  }

  @Test
  void writesWhatTheFormatterOfTheJdkWrites() {
    long seed = new Random().nextLong();
    System.out.println("InstantTextTest: seed " + seed);
    Random random = new Random(seed);
    for (int n = 0; n < 10_000; n++) {
      Instant instant =
          Instant.ofEpochSecond(
              random.nextLong(-62_167_219_200L, 253_402_300_800L), random.nextInt(1_000_000_000));
      assertThat(InstantText.of(instant)).isEqualTo(RFC_3339.format(instant));
    }
  }
}
