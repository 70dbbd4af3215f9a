package dev.hexdesk.domain.shared;

import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * What a partial update does to one attribute: leave it, or set it. An attribute that may be empty
 * is a {@code Change<Optional<T>>}, so that clearing it is setting it to nothing.
 */
public sealed interface Change<T> {
  record Keep<T>() implements Change<T> {}

  record To<T>(T value) implements Change<T> {}

  static <T> Change<T> keep() {
    return new Keep<>();
  }

  static <T> Change<T> to(T value) {
    return new To<>(value);
  }

  /** The attribute's value once this change is made to {@code present}. */
  default T appliedTo(T present) {
    return switch (this) {
      case Keep<T> ignored -> present;
      case To<T>(T value) -> value;
    };
  }

  /**
   * The value that is set.
   *
   * @throws NoSuchElementException where none is
   */
  default T orElseThrow() {
    return switch (this) {
      case Keep<T> ignored -> throw new NoSuchElementException("the attribute is left as it is");
      case To<T>(T value) -> value;
    };
  }

  default boolean isMade() {
    return this instanceof To<T>;
  }

  default <R> Change<R> map(Function<? super T, ? extends R> function) {
    return switch (this) {
      case Keep<T> ignored -> keep();
      case To<T>(T value) -> to(function.apply(value));
    };
  }
}
