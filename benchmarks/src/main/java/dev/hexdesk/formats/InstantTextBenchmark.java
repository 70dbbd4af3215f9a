package dev.hexdesk.formats;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it takes to write an instant, of which a page of tickets has some hundred. */
@NullMarked
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class InstantTextBenchmark {
  private static final DateTimeFormatter FORMATTER =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final Instant instant = Instant.parse("2026-11-23T10:15:30.123Z");

  @Benchmark
  public String digitByDigit() {
    return InstantText.of(instant);
  }

  @Benchmark
  public String byFormatter() {
    return FORMATTER.format(instant);
  }

  @Benchmark
  public String byIsoFormatter() {
    return DateTimeFormatter.ISO_INSTANT.format(instant);
  }
}
