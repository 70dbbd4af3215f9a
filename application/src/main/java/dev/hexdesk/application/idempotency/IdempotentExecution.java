package dev.hexdesk.application.idempotency;

import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.access.Decision.Denial;
import java.util.function.Supplier;

/**
 * Executes a request once for its idempotency key; when it comes again, the stored response is
 * answered.
 */
public interface IdempotentExecution {
  /**
   * What is to be done once.
   *
   * @param operation what is done and where, such as {@code POST /api/v1/tickets}
   * @param bodyHash stands for what is asked for
   */
  record Command(Actor actor, String operation, String key, Bytes bodyHash) {}

  /** The outcome. */
  sealed interface Result {
    /** The work was done just now, and is kept together with its answer. */
    record Answered(StoredResult answer) implements Result {}

    /** It was done before; this was answered then. */
    record Replayed(StoredResult answer) implements Result {}

    /** The key was used to ask for something else. */
    record KeyReused() implements Result {}

    /** A request with this key is being carried out at this moment. */
    record StillRunning() implements Result {}

    /** The caller has lost a permission since, so that they may not see the answer again. */
    record Denied(Denial denial) implements Result {}
  }

  /**
   * Runs the work in a transaction that ends with it. What it throws is thrown on, and then nothing
   * is kept, so that it may be tried again.
   *
   * @param work may be run again from its beginning, as units of work are
   */
  Result answer(Command command, Supplier<StoredResult> work);
}
