package dev.hexdesk.rest.paging;

import dev.hexdesk.application.shared.Position;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What it takes to lead from one page to the next. */
@NullMarked
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CursorsBenchmark {
  private String list = "/api/v1/tickets{sort=[-created_at], status=[open,pending]}";
  private Position position = new Position("2026-11-23T10:15:30.123Z", 123_456);
  private String cursor = CursorCodec.encode(position, list);

  @Benchmark
  public String encode() {
    return CursorCodec.encode(position, list);
  }

  @Benchmark
  public Position decode() {
    return CursorCodec.decode(cursor, list);
  }
}
