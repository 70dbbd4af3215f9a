package dev.hexdesk.application.user;

import dev.hexdesk.domain.user.UserId;
import java.time.Instant;

/** Hands over the tickets of a user who goes. */
public interface TicketHandover {
  /**
   * Makes {@code to} the owner of all tickets that {@code from} owns, and the assignee of all that
   * {@code from} works on; each gets one new version, and an entry in its history that names the
   * actor. That holds for whoever reads, though much of it may be stored later only, by {@link
   * #proceed}.
   */
  void reassign(UserId from, UserId to, UserId actor, Instant now);

  /**
   * Stores a part of what users who are gone have left: tickets that were handed over, and comments
   * that shall not name their author any more. Nobody waits for it for long, and whoever reads sees
   * no difference, but that a history gets its entry.
   *
   * @return whether there was something to do; false, too, where others are at it
   */
  boolean proceed();
}
