package dev.hexdesk.rest.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A use case that answers as the test says, and keeps what it was asked.
 *
 * @param <I> the command or query
 * @param <R> the result
 */
public final class ScriptedUseCase<I, R> {
  private final List<I> asked = new ArrayList<>();
  private Optional<R> result = Optional.empty();

  public static <I, R> ScriptedUseCase<I, R> answering(R result) {
    ScriptedUseCase<I, R> useCase = new ScriptedUseCase<>();
    useCase.answers(result);
    return useCase;
  }

  /** For a use case that the test leaves alone. */
  public static <T> T unexpected() {
    throw new AssertionError("the test did not expect this call");
  }

  public void answers(R result) {
    this.result = Optional.of(result);
  }

  /** Stands in for the use case's only method. */
  public R run(I input) {
    asked.add(input);
    return result.orElseThrow(() -> new AssertionError("the test did not say what to answer"));
  }

  public List<I> asked() {
    return asked;
  }
}
