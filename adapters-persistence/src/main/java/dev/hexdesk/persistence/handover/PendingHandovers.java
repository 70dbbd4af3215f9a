package dev.hexdesk.persistence.handover;

import dev.hexdesk.domain.ticket.Ticket;
import dev.hexdesk.domain.user.UserId;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * Whose tickets are being handed over, as one statement saw it. A ticket that was not moved yet is
 * read as if it had been.
 */
public final class PendingHandovers {
  /** For a list of columns. A statement looks once whether there are any, and reads them once. */
  public static final String COLUMN =
      "CASE WHEN EXISTS (SELECT FROM user_handovers) THEN (SELECT hexdesk_handovers()) END"
          + " AS handovers";

  private static final PendingHandovers NONE = new PendingHandovers(List.of());

  private record PendingHandover(UserId from, UserId to, Instant at) {}

  private final List<PendingHandover> inOrder;

  private PendingHandovers(List<PendingHandover> inOrder) {
    this.inOrder = inOrder;
  }

  /** That nothing is pending. */
  public static PendingHandovers none() {
    return NONE;
  }

  /** What is pending at the moment that the statements of the handle see. */
  public static PendingHandovers read(Handle handle) {
    return handle.createQuery("SELECT " + COLUMN).map((row, context) -> of(row, 1)).one();
  }

  /**
   * @param column where the row has {@link #COLUMN}
   */
  public static PendingHandovers of(ResultSet row, int column) throws SQLException {
    Array handovers = row.getArray(column);
    return handovers == null
        ? NONE
        : new PendingHandovers(
            Stream.of((Long[][]) handovers.getArray())
                .map(
                    each ->
                        new PendingHandover(
                            new UserId(each[0]),
                            new UserId(each[1]),
                            Instant.EPOCH.plus(each[2], ChronoUnit.MICROS)))
                .toList());
  }

  public boolean arePending() {
    return !inOrder.isEmpty();
  }

  /** Whose tickets now are that user's; nobody's if the user has left. */
  public Set<UserId> predecessorsOf(UserId holder) {
    return leaving(handover -> holderAfter(handover).equals(holder));
  }

  /** Whether the user's tickets are somebody else's now. */
  public boolean hasLeft(UserId user) {
    return inOrder.stream().anyMatch(handover -> handover.from().equals(user));
  }

  /** Users with a pending handover whose time the predicate accepts. */
  public Set<UserId> leavers(Predicate<Instant> moment) {
    return leaving(handover -> moment.test(lastMoment(handover)));
  }

  private Set<UserId> leaving(Predicate<PendingHandover> kind) {
    return inOrder.stream()
        .filter(kind)
        .map(PendingHandover::from)
        .collect(Collectors.toUnmodifiableSet());
  }

  private UserId holderAfter(PendingHandover handover) {
    return next(handover).map(this::holderAfter).orElse(handover.to());
  }

  private Instant lastMoment(PendingHandover handover) {
    return next(handover).map(this::lastMoment).orElse(handover.at());
  }

  /** Who inherited may have left since, so there are no circles. */
  private Optional<PendingHandover> next(PendingHandover handover) {
    return inOrder.stream().filter(it -> it.from().equals(handover.to())).findFirst();
  }

  /** The ticket as it will be once it is moved. */
  public Ticket appliedTo(Ticket stored) {
    Ticket ticket = stored;
    for (PendingHandover handover : inOrder) {
      ticket = ticket.handedOver(handover.from(), handover.to(), handover.at());
    }
    return ticket;
  }
}
