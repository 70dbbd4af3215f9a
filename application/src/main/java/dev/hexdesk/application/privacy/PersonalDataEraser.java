package dev.hexdesk.application.privacy;

import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.employee.IdentifyingText;
import dev.hexdesk.domain.user.UserId;
import java.time.Instant;
import java.util.Set;

/** Finds and redacts the personal data of employees, and keeps the confirmations of erasures. */
public interface PersonalDataEraser {
  /** What stands where something was erased. */
  String PLACEHOLDER = "[erased]";

  /**
   * How much is searched.
   *
   * @param tickets that are or were for them, or that these were merged into
   * @param comments in these
   */
  record Extent(long tickets, long comments) {}

  Extent extentOf(EmployeeId id);

  /**
   * Puts {@link #PLACEHOLDER} in the place of the words in titles, descriptions and comments of the
   * employee's tickets and in the histories of these: whole words, in each spelling that {@link
   * WordPattern} finds. A text that gets too long by it is cut. Answers that are kept to be given
   * again are forgotten if they show the employee, a ticket of theirs or something about one, and
   * none of these tickets is found by the employee's name any more.
   *
   * @param id of an employee whose own data are erased already
   */
  RedactionCounts removeTraces(EmployeeId id, Set<IdentifyingText> words, Instant now);

  /** Keeps a token, good together with these words, in the place of the one before. */
  void announce(
      UserId caller, EmployeeId id, Set<IdentifyingText> words, String token, Instant expiresAt);

  /** Whether the caller has such a token that is still good, which it is no more then. */
  boolean confirm(
      UserId caller, EmployeeId id, Set<IdentifyingText> words, String token, Instant now);
}
