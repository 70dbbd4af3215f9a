package dev.hexdesk.application.transfer;

import java.util.function.Consumer;

/** Rows of which there may be more than fit into memory: they are read while they are handled. */
@FunctionalInterface
public interface RowStream<V> {
  /** Hands over each row of one moment. A handler that throws ends it, and leaves nothing open. */
  void forEach(Consumer<? super V> handler);
}
