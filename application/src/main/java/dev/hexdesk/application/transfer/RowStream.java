package dev.hexdesk.application.transfer;

import java.util.function.Consumer;

/** Rows of which there may be more than fit into memory: they are read while they are handled. */
@FunctionalInterface
public interface RowStream<V> {
  /**
   * Hands over each row of one moment. A handler that throws ends it, and leaves nothing open.
   *
   * @param opened is run first, when rows can be read: to find the first of them may take long
   */
  void forEach(Runnable opened, Consumer<? super V> handler);

  /** Hands over each row, to whom has nothing to do before the first one is there. */
  default void forEach(Consumer<? super V> handler) {
    forEach(() -> {}, handler);
  }
}
