package dev.hexdesk.rest.testing;

import dev.hexdesk.application.idempotency.IdempotentExecution;
import dev.hexdesk.application.idempotency.StoredResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Repeats what was answered before, and does not look at what was asked for. */
public final class AnswersKept implements IdempotentExecution {
  private final Map<String, StoredResponse> answers = new HashMap<>();

  @Override
  public synchronized Result answer(Command command, Supplier<StoredResponse> work) {
    String name = command.actor().id() + command.operation() + command.key();
    StoredResponse before = answers.get(name);
    if (before != null) {
      return new Result.Replayed(before);
    }
    StoredResponse answer = work.get();
    answers.put(name, answer);
    return new Result.Answered(answer);
  }
}
