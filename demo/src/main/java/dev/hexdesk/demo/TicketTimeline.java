package dev.hexdesk.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a ticket. Moments are milliseconds; what has not happened is before the epoch.
 *
 * @param moves its changes of status in their order
 */
record TicketTimeline(
    long createdAt, long respondedAt, long resolvedAt, long closedAt, List<Move> moves) {
  private static final long NEVER = -1;
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long DAY = Duration.ofDays(1).toMillis();

  private static final List<String> STATUSES =
      List.of("closed", "resolved", "open", "pending", "new");
  private static final SkewedChoice<String> THIS_WEEK =
      SkewedChoice.byWeight(STATUSES, List.of(25, 25, 22, 10, 18));
  private static final SkewedChoice<String> THIS_MONTH =
      SkewedChoice.byWeight(STATUSES, List.of(62, 22, 8, 7, 1));
  private static final SkewedChoice<String> BEFORE =
      SkewedChoice.byWeight(STATUSES, List.of(970, 15, 7, 6, 2));

  /** A change of status. */
  record Move(String status, long at) {}

  static TicketTimeline of(long createdAt, long end, SeededRandom dice) {
    long age = end - createdAt;
    String status = (age < 7 * DAY ? THIS_WEEK : age < 30 * DAY ? THIS_MONTH : BEFORE).pick(dice);
    List<Move> moves = new ArrayList<>(4);
    if (status.equals("new")) {
      return new TicketTimeline(createdAt, NEVER, NEVER, NEVER, moves);
    }
    long responded = later(createdAt, end, dice.chance(80) ? 4 * HOUR : 2 * DAY, dice);
    if (!status.equals("resolved") || dice.chance(60)) {
      moves.add(new Move("open", responded));
    }
    long last = responded;
    if (status.equals("pending") || dice.chance(8)) {
      last = later(last, end, 3 * DAY, dice);
      moves.add(new Move("pending", last));
    }
    if (status.equals("open") && moves.size() > 1) {
      last = later(last, end, DAY, dice);
      moves.add(new Move("open", last));
    }
    long resolved = NEVER;
    long closed = NEVER;
    if (status.equals("resolved") || status.equals("closed")) {
      resolved = later(last, end, dice.chance(70) ? 2 * DAY : 12 * DAY, dice);
      if (status.equals("resolved") || dice.chance(50)) {
        moves.add(new Move("resolved", resolved));
      }
    }
    if (status.equals("closed")) {
      boolean straight = !moves.getLast().status().equals("resolved");
      closed = straight ? resolved : later(resolved, end, 5 * DAY, dice);
      moves.add(new Move("closed", closed));
    }
    return new TicketTimeline(createdAt, responded, resolved, closed, moves);
  }

  /** Some time later, sooner rather than later, and never beyond the end. */
  private static long later(long from, long end, long within, SeededRandom dice) {
    return from + (long) (Math.min(within, end - from) * dice.share() * dice.share());
  }

  String status() {
    return moves.isEmpty() ? "new" : moves.getLast().status();
  }

  boolean isBegun() {
    return !moves.isEmpty();
  }

  long updatedAt() {
    return moves.isEmpty() ? createdAt : moves.getLast().at();
  }

  /** Some moment from its creation to its last change. */
  long moment(SeededRandom dice) {
    return createdAt + (long) ((updatedAt() - createdAt) * dice.share());
  }
}
