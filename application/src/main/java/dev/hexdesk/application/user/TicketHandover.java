package dev.hexdesk.application.user;

import dev.hexdesk.domain.user.UserId;
import java.time.Instant;

/** Hands over the tickets of a user who goes. */
public interface TicketHandover {
  /**
   * Makes {@code to} the owner of all tickets that {@code from} owns, and the assignee of all that
   * {@code from} works on; each gets one new version, and an entry in its history that names the
   * actor.
   */
  void reassign(UserId from, UserId to, UserId actor, Instant now);
}
