package dev.hexdesk.rest.testing;

import dev.hexdesk.application.idempotency.AnswerOnce;
import dev.hexdesk.application.idempotency.StoredAnswer;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Repeats what was answered before, and does not look at what was asked for. */
public final class AnswersKept implements AnswerOnce {
  private final Map<String, StoredAnswer> answers = new HashMap<>();

  @Override
  public synchronized Result answer(Command command, Supplier<StoredAnswer> work) {
    String name = command.actor().id() + command.operation() + command.key();
    StoredAnswer before = answers.get(name);
    if (before != null) {
      return new Result.Replayed(before);
    }
    StoredAnswer answer = work.get();
    answers.put(name, answer);
    return new Result.Answered(answer);
  }
}
