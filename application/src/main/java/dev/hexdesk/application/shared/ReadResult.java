package dev.hexdesk.application.shared;

import dev.hexdesk.domain.access.Decision;
import dev.hexdesk.domain.access.Decision.Denial;
import java.util.Optional;
import java.util.function.Supplier;

/** The possible outcomes of asking for one thing, or for what belongs to it. */
public sealed interface ReadResult<T> {
  record Found<T>(T value) implements ReadResult<T> {}

  record Denied<T>(Denial denial) implements ReadResult<T> {}

  /** There is no such thing for this caller. */
  record Unknown<T>() implements ReadResult<T> {}

  /** What is found where the decision lets the caller look for it. */
  static <T> ReadResult<T> of(Decision decision, Supplier<Optional<T>> find) {
    return decision instanceof Denial denial
        ? new Denied<>(denial)
        : find.get().<ReadResult<T>>map(Found::new).orElseGet(Unknown::new);
  }
}
