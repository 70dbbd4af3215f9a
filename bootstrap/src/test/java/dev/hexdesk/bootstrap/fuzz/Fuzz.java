package dev.hexdesk.bootstrap.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tries inputs of one kind: first those that failed once and were kept, then new ones. {@code
 * -Dfuzz.seed=...} repeats a run, {@code -Dfuzz.rounds=...} sets its length.
 *
 * @param test the test that this is
 * @param type of the inputs; a record, so that a line of JSON can hold one
 */
record Fuzz<I>(Class<?> test, Class<I> type, int standardRounds) {
  private static final JsonMapper LINES =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  /** Another one in each run, as a build that always tries the same finds nothing new. */
  private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());

  void run(Function<Random, I> make, Consumer<I> check) {
    System.out.println(test.getSimpleName() + ": seed " + SEED);
    for (I input : kept()) {
      attempt(input, check, "one that was kept");
    }
    Random seeds = new Random(SEED);
    for (int round = 0; round < Integer.getInteger("fuzz.rounds", standardRounds); round++) {
      // Each round has chances of its own, so that none depends on how the server took another.
      attempt(make.apply(new Random(seeds.nextLong())), check, "round " + round);
    }
  }

  private void attempt(I input, Consumer<I> check, String which) {
    try {
      check.accept(input);
    } catch (RuntimeException | AssertionError failure) {
      throw new AssertionError(advice(input, which) + failure.getMessage(), failure);
    }
  }

  private String advice(I input, String which) {
    return """
    The server failed at an input (%s).
    To repeat the run:    ./mvnw -pl bootstrap -am -Dtest=%s -Dfuzz.seed=%d -Djacoco.skip test
    To keep it as a case: add this line to bootstrap/src/test/resources%s
    %s

    """
        .formatted(which, test.getSimpleName(), SEED, resource(), line(input));
  }

  private String resource() {
    return "/fuzz/" + test.getSimpleName() + ".jsonl";
  }

  private static String line(Object input) {
    try {
      return LINES.writeValueAsString(input);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private List<I> kept() {
    try (@Nullable InputStream lines = Fuzz.class.getResourceAsStream(resource())) {
      return lines == null
          ? List.of()
          : new String(lines.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(this::read)
              .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private I read(String line) {
    try {
      return LINES.readValue(line, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(resource() + ": " + line, e);
    }
  }
}
