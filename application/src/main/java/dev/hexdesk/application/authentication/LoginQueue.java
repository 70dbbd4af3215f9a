package dev.hexdesk.application.authentication;

import dev.hexdesk.domain.user.Username;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Bounds how many logins are worked on at a time. The others wait in a fair queue, without a
 * database connection: sites take turns, within a site its networks, within a network its user
 * names. So whoever sends many logins waits for themselves.
 */
public final class LoginQueue {
  private final Duration timeout;
  private final int mostWaiting;
  private final QueueSlots places;
  private final FairQueue<CompletableFuture<Boolean>> line = new FairQueue<>();
  private int free;

  /**
   * How many logins may be under way, those that wait included.
   *
   * @param waiting how many may wait in all; whoever comes then has to go, or, where that line is
   *     longer than theirs, the last one in the longest line
   * @param ofSite from one IPv6 site, or one IPv4 address
   * @param ofNetwork from one IPv6 network, or one IPv4 address
   * @param ofName by one user name from there. A user name has no bound across all addresses, or
   *     anybody could lock its owner out.
   */
  public record Bounds(int waiting, int ofSite, int ofNetwork, int ofName) {}

  /**
   * @param atOnce how many are looked at at a time
   * @param timeout how long they wait
   */
  public LoginQueue(int atOnce, Duration timeout, Bounds bounds) {
    this.free = atOnce;
    this.timeout = timeout;
    this.mostWaiting = bounds.waiting();
    this.places = new QueueSlots(List.of(bounds.ofSite(), bounds.ofNetwork(), bounds.ofName()));
  }

  /** The turn of one login. Closing it lets the next one in. */
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Waits for the turn of a login.
   *
   * @param from where the client is; those of whom nobody can tell are as though from one place
   * @param username empty when what was sent can be nobody's name
   * @return empty where as many as may from there, or of that name from there, are under way
   * @throws RejectedExecutionException when too many wait, or the wait was too long
   */
  Optional<Turn> await(Optional<ClientAddress> from, Optional<Username> username) {
    List<String> path =
        List.of(
            from.map(ClientAddress::site).orElse(""),
            from.map(ClientAddress::network).orElse(""),
            username.map(Username::key).orElse(""));
    if (!places.take(path)) {
      return Optional.empty();
    }
    boolean hasTurn = false;
    try {
      hasTurn = await(path);
    } finally {
      if (!hasTurn) {
        places.leave(path);
      }
    }
    if (!hasTurn) {
      throw new RejectedExecutionException("too many logins wait");
    }
    return Optional.of(
        () -> {
          places.leave(path);
          letNextIn();
        });
  }

  /** How many wait for their turn. */
  public synchronized int waiting() {
    return line.size();
  }

  private boolean await(List<String> path) {
    CompletableFuture<Boolean> turn = enter(path);
    try {
      return turn.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      return !turn.complete(false);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return !turn.complete(false);
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private synchronized CompletableFuture<Boolean> enter(List<String> path) {
    CompletableFuture<Boolean> turn = new CompletableFuture<>();
    if (free > 0) {
      free--;
      turn.complete(true);
      return turn;
    }
    line.add(path, turn);
    if (line.size() > mostWaiting) {
      line.takeLastOfTheLongest().ifPresent(displaced -> displaced.complete(false));
    }
    return turn;
  }

  /** Passes over those who have gone. */
  private synchronized void letNextIn() {
    for (var next = line.take(); next.isPresent(); next = line.take()) {
      if (next.get().complete(true)) {
        return;
      }
    }
    free++;
  }
}
