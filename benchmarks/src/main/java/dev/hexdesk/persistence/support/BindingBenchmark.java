package dev.hexdesk.persistence.support;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericType;
import org.jdbi.v3.core.statement.Update;
import org.jdbi.v3.postgres.PostgresPlugin;
import org.jspecify.annotations.NullMarked;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What it takes to run a statement with six values, bound by {@link SqlValues} where it stands, or
 * by their types as was registered once. The driver's share is left out, and a proxy's is in:
 * compare them with one another, and do not add them to anything.
 */
@NullMarked
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BindingBenchmark {
  private static final String SQL =
      "UPDATE t SET title = :title, owner = :owner, at = :at, due = :due, tags = :tags"
          + " WHERE id = :id";
  private static final GenericType<Optional<Instant>> MAYBE_INSTANT = new GenericType<>() {};
  private static final GenericType<List<String>> TEXTS = new GenericType<>() {};

  private final Instant at = Instant.parse("2026-11-23T10:15:30.123Z");
  private final Optional<Instant> due = Optional.of(at);
  private final List<String> tags = List.of("floor-2", "printer");

  private final Jdbi plain = Jdbi.create(IdleConnection::open);
  private final Jdbi registered = registering(Jdbi.create(IdleConnection::open));
  private final Jdbi plugged =
      registering(Jdbi.create(IdleConnection::open).installPlugin(new PostgresPlugin()));

  private static Jdbi registering(Jdbi jdbi) {
    return jdbi.registerArgument(new Instants()).registerArrayType(String.class, "text");
  }

  /** Cut to what a column holds, which no plugin does. */
  private static final class Instants extends AbstractArgumentFactory<Instant> {
    Instants() {
      super(Types.TIMESTAMP_WITH_TIMEZONE);
    }

    @Override
    protected Argument build(Instant value, ConfigRegistry config) {
      return SqlValues.instant(value);
    }
  }

  @Benchmark
  public int bySqlValues() {
    return plain.withHandle(
        handle -> {
          try (Update update = handle.createUpdate(SQL)) {
            return update
                .bind("title", SqlValues.text("The printer is on fire"))
                .bind("owner", SqlValues.number(7))
                .bind("at", SqlValues.instant(at))
                .bind("due", SqlValues.maybeInstant(due))
                .bind("tags", SqlValues.array("text", tags))
                .bind("id", SqlValues.number(123_456))
                .execute();
          }
        });
  }

  @Benchmark
  public int byTypesRegisteredInJdbi() {
    return byTypes(registered);
  }

  @Benchmark
  public int byTypesWithThePluginForPostgresql() {
    return byTypes(plugged);
  }

  private int byTypes(Jdbi jdbi) {
    return jdbi.withHandle(
        handle -> {
          try (Update update = handle.createUpdate(SQL)) {
            return update
                .bind("title", "The printer is on fire")
                .bind("owner", 7L)
                .bind("at", at)
                .bindByType("due", due, MAYBE_INSTANT)
                .bindByType("tags", tags, TEXTS)
                .bind("id", 123_456L)
                .execute();
          }
        });
  }
}
