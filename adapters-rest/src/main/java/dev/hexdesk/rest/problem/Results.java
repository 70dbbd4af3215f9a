package dev.hexdesk.rest.problem;

import dev.hexdesk.application.shared.AccessResult;
import dev.hexdesk.application.shared.ReadResult;
import java.util.Optional;

/** What use cases hand out, or the problem that says why they do not. */
public final class Results {
  private Results() {}

  public static <T> T granted(AccessResult<T> result) {
    return switch (result) {
      case AccessResult.Granted<T>(T value) -> value;
      case AccessResult.Denied<T>(var denial) -> throw ProblemException.denied(denial);
    };
  }

  public static <T> T found(ReadResult<T> result) {
    return switch (result) {
      case ReadResult.Found<T>(T value) -> value;
      case ReadResult.Denied<T>(var denial) -> throw ProblemException.denied(denial);
      case ReadResult.Unknown<T>() -> throw ProblemException.notFound();
    };
  }

  /** The same for callers who need not be able to read it; empty where they can't. */
  public static <T> Optional<T> readable(ReadResult<T> result) {
    return result instanceof ReadResult.Denied<T> ? Optional.empty() : Optional.of(found(result));
  }
}
