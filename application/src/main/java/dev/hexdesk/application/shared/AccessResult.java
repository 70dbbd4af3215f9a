package dev.hexdesk.application.shared;

import dev.hexdesk.domain.access.Decision;
import dev.hexdesk.domain.access.Decision.Denial;
import java.util.function.Supplier;

/** The possible outcomes of asking for what is always there, such as a list. */
public sealed interface AccessResult<T> {
  record Granted<T>(T value) implements AccessResult<T> {}

  record Denied<T>(Denial denial) implements AccessResult<T> {}

  /** What is read where the decision lets the caller. */
  static <T> AccessResult<T> of(Decision decision, Supplier<T> read) {
    return decision instanceof Denial denial ? new Denied<>(denial) : new Granted<>(read.get());
  }
}
