package dev.hexdesk.application.privacy;

import dev.hexdesk.application.shared.Refusal;
import dev.hexdesk.application.shared.VersionedCommand;
import dev.hexdesk.domain.access.Actor;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.employee.IdentifyingText;
import dev.hexdesk.domain.shared.Precondition;
import dev.hexdesk.domain.shared.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Takes away all that tells who an employee is, in two steps: the first says what is going to be
 * erased and gives a token, and the second, with the token, erases it for good. Words that are not
 * stored of the person can be given. Where the person is erased already they must be given, as the
 * server no longer knows any.
 */
public interface EraseEmployee {
  /** How long a token is good; for one erasure, of this employee and words, by this caller. */
  Duration CONFIRMABLE_FOR = Duration.ofMinutes(10);

  /**
   * @param words what is to be erased besides what is stored of the employee; the same in both
   *     steps
   * @param token what the first step gave; empty for the first step
   */
  record Command(
      Actor actor,
      EmployeeId id,
      Precondition precondition,
      Set<IdentifyingText> words,
      Optional<String> token)
      implements VersionedCommand<EmployeeId> {
    public Command {
      words = Set.copyOf(words);
    }
  }

  /** The possible outcomes. */
  sealed interface Result {
    /**
     * Nothing is erased yet. A token given before for the same is good no more.
     *
     * @param tickets how many are searched for what tells who the employee is
     * @param comments how many are
     */
    record ToBeConfirmed(
        Version version, String token, Instant expiresAt, long tickets, long comments)
        implements Result {}

    /**
     * @param at when the employee was erased first
     */
    record Erased(Version version, Instant at, RedactionCounts removed) implements Result {}

    record Refused(Refusal refusal) implements Result {}

    /** There is nothing left to erase that anybody knows of, and no words were given. */
    record AlreadyErased() implements Result {}

    /** The token is wrong, used, expired or meant for something else, such as other words. */
    record WrongToken() implements Result {}
  }

  Result erase(Command command);
}
