package dev.hexdesk.bootstrap.metrics;

import dev.hexdesk.application.authentication.IssueToken;
import java.util.List;
import java.util.function.Consumer;

/** Logins, each counted by how it ended. */
final class CountedLogins implements IssueToken {
  private static final String UNAVAILABLE = "unavailable";

  static final List<String> OUTCOMES =
      List.of(
          "issued",
          "wrong_credentials",
          "login_denied",
          "too_many_failures",
          "too_many_at_once",
          UNAVAILABLE);

  private final IssueToken logins;
  private final Consumer<String> outcomes;

  /**
   * @param outcomes told of each outcome
   */
  CountedLogins(IssueToken logins, Consumer<String> outcomes) {
    this.logins = logins;
    this.outcomes = outcomes;
  }

  @Override
  public Result issue(Command command) {
    String outcome = UNAVAILABLE;
    try {
      Result result = logins.issue(command);
      outcome = outcomeOf(result);
      return result;
    } finally {
      outcomes.accept(outcome);
    }
  }

  private static String outcomeOf(Result result) {
    return switch (result) {
      case Result.Issued issued -> "issued";
      case Result.WrongCredentials wrong -> "wrong_credentials";
      case Result.LoginDenied denied -> "login_denied";
      case Result.TooManyFailures guessing -> "too_many_failures";
      case Result.TooManyAtOnce flood -> "too_many_at_once";
    };
  }
}
