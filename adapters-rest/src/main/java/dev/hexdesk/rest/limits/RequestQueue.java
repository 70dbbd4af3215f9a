package dev.hexdesk.rest.limits;

import dev.hexdesk.rest.limits.QueuedRequest.Refusal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where requests wait before anything is spent on them: as entries of a list, without a thread. So
 * many are worked on at a time in all, of each kind, and of each caller; a place that is free goes
 * to the kinds in turn, and within a kind to its callers in turn.
 *
 * <p>All is counted under one lock, for some dozens of nanoseconds; with nobody waiting nothing
 * else happens.
 */
public final class RequestQueue {
  /**
   * How many there may be.
   *
   * @param all in all, and how many more wait, and for how long
   * @param kind of one kind, and how long one waits for it whose caller has less than their share
   * @param caller of one caller, and how many more wait
   */
  public record Bounds(
      RequestLimits.Line all, RequestLimits.Line kind, RequestLimits.Line caller) {}

  /**
   * While the requests of a kind take less than this on average, as many again are let in: there is
   * always a next one then, which is known to be allowed, when one of them has what it asked the
   * database for. Where they take long, each would only wait inside.
   */
  static final Duration QUICK = Duration.ofMillis(100);

  /** The average is that of about so many. */
  private static final int SAMPLES = 8;

  private final Bounds bounds;
  private final LongSupplier clock;
  private final Map<String, Kind> kinds = new HashMap<>();
  private final Map<Object, Caller> callers = new HashMap<>();

  /** Those for which somebody waits, or did so lately. */
  private final ArrayDeque<Kind> turns = new ArrayDeque<>();

  private int running;
  private int waiting;
  private long refused;

  /**
   * @param clock nanoseconds, of a clock that never goes back
   */
  public RequestQueue(Bounds bounds, LongSupplier clock) {
    this.bounds = bounds;
    this.clock = clock;
  }

  /** Requests that are worked on. */
  public synchronized int running() {
    return running;
  }

  /** Requests that wait for that. */
  public synchronized int waiting() {
    return waiting;
  }

  /** Requests that were not let in. */
  public synchronized long refused() {
    return refused;
  }

  /** Callers that are remembered. */
  synchronized int callers() {
    return callers.size();
  }

  /** What became of a request that came. */
  public sealed interface Outcome {
    /** It has its places, and must {@link #leave}. */
    record Admitted() implements Outcome {}

    /** It will be told. */
    record Waiting() implements Outcome {}

    record Refused(Refusal why) implements Outcome {}
  }

  private static final Outcome ADMITTED = new Outcome.Admitted();
  private static final Outcome WAITING = new Outcome.Waiting();

  /** Lets a request in, or has it wait, or neither. */
  public synchronized Outcome enter(QueuedRequest request) {
    Kind kind = kinds.computeIfAbsent(request.kind, ignored -> new Kind());
    Caller caller = callers.computeIfAbsent(request.caller, Caller::new);
    // Whoever waits for this kind is kept by their own share: a place that others may have is never
    // left free.
    if (running < bounds.all.atOnce() && kind.hasRoom() && caller.hasRoom()) {
      admit(request, kind, caller);
      return ADMITTED;
    }
    // The fuller it gets the less of it can one caller have: of n who want all, each has the n+1th
    // part.
    boolean isCallers = caller.waiting >= bounds.caller.inLine();
    if (isCallers || caller.waiting >= bounds.all.inLine() - waiting) {
      caller.forgetIfIdle();
      refused++;
      return new Outcome.Refused(isCallers ? Refusal.OF_CALLER : Refusal.OF_ALL);
    }
    request.since = clock.getAsLong();
    request.isNext(caller.running + caller.waiting < bounds.caller.atOnce(), request.since);
    line(kind, caller).add(request);
    return WAITING;
  }

  private void admit(QueuedRequest request, Kind kind, Caller caller) {
    running++;
    kind.running++;
    caller.running++;
    request.places = new Places(kind, caller, clock.getAsLong());
  }

  /** Gives back what a request has, if it has it still, to those whose turn it is. */
  public void leave(QueuedRequest request) {
    free(request).forEach(QueuedRequest::start);
  }

  private synchronized List<QueuedRequest> free(QueuedRequest request) {
    Places places = request.places;
    if (places == null) {
      return List.of();
    }
    request.places = null;
    running--;
    places.kind.left(clock.getAsLong() - places.since);
    places.caller.running--;
    List<QueuedRequest> admitted = waiting == 0 ? List.of() : admitted();
    places.caller.forgetIfIdle();
    return admitted;
  }

  /** Two, where one had waited for the kind's place and another one for the caller's. */
  private List<QueuedRequest> admitted() {
    List<QueuedRequest> admitted = new ArrayList<>(1);
    Optional<QueuedRequest> next = next();
    while (next.isPresent()) {
      admitted.add(next.get());
      next = running < bounds.all.atOnce() ? next() : Optional.empty();
    }
    return admitted;
  }

  private Optional<QueuedRequest> next() {
    for (int n = turns.size(); n > 0; n--) {
      Kind kind = turns.removeFirst();
      Optional<QueuedRequest> next = kind.hasRoom() ? kind.next() : Optional.empty();
      kind.stays();
      if (next.isPresent()) {
        return next;
      }
    }
    return Optional.empty();
  }

  /** Refuses who has waited for too long. To be called now and then while somebody waits. */
  public void expire() {
    List<Expired> expired = new ArrayList<>();
    synchronized (this) {
      long now = clock.getAsLong();
      for (Kind kind : turns) {
        kind.lines.removeIf(line -> line.expire(now, expired));
      }
      refused += expired.size();
    }
    expired.forEach(it -> it.request.refuse(it.why));
  }

  private record Expired(QueuedRequest request, Refusal why) {}

  private Line line(Kind kind, Caller caller) {
    return caller.lines.computeIfAbsent(
        kind,
        ignored -> {
          Line line = new Line(kind, caller);
          kind.lines.addLast(line);
          if (!kind.inTurns) {
            kind.inTurns = true;
            turns.addLast(kind);
          }
          return line;
        });
  }

  /** What a request takes up while it is worked on. */
  record Places(Kind kind, Caller caller, long since) {}

  private final class Kind {
    private final ArrayDeque<Line> lines = new ArrayDeque<>();
    private int running;
    private long average;
    private boolean inTurns;

    boolean hasRoom() {
      int atOnce = bounds.kind.atOnce();
      return running < (average < QUICK.toNanos() ? 2 * atOnce : atOnce);
    }

    void left(long took) {
      running--;
      average += (took - average) / SAMPLES;
    }

    Optional<QueuedRequest> next() {
      for (int n = lines.size(); n > 0; n--) {
        Line line = lines.removeFirst();
        QueuedRequest next = line.caller.hasRoom() ? line.poll() : null;
        if (next != null) {
          admit(next, this, line.caller);
        }
        if (!line.endsIfEmpty()) {
          lines.addLast(line);
        }
        if (next != null) {
          return Optional.of(next);
        }
      }
      return Optional.empty();
    }

    void stays() {
      inTurns = !lines.isEmpty();
      if (inTurns) {
        turns.addLast(this);
      }
    }
  }

  private final class Caller {
    private final Object key;
    private final Map<Kind, Line> lines = new HashMap<>();
    private int running;
    private int waiting;

    Caller(Object key) {
      this.key = key;
    }

    boolean hasRoom() {
      return running < bounds.caller.atOnce();
    }

    void forgetIfIdle() {
      if (running == 0 && waiting == 0 && lines.isEmpty()) {
        callers.remove(key);
      }
    }
  }

  /** The requests of one kind that wait for one caller, first come, first served. */
  private final class Line {
    private final Kind kind;
    private final Caller caller;
    private final ArrayDeque<QueuedRequest> waiting = new ArrayDeque<>();

    Line(Kind kind, Caller caller) {
      this.kind = kind;
      this.caller = caller;
    }

    void add(QueuedRequest request) {
      waiting.addLast(request);
      count(1);
    }

    private void count(int more) {
      caller.waiting += more;
      RequestQueue.this.waiting += more;
    }

    @Nullable QueuedRequest poll() {
      QueuedRequest first = waiting.pollFirst();
      if (first != null) {
        count(-1);
      }
      return first;
    }

    boolean endsIfEmpty() {
      if (waiting.isEmpty()) {
        caller.lines.remove(kind);
        caller.forgetIfIdle();
        return true;
      }
      return false;
    }

    /**
     * Refuses who has waited for too long: in all, or since nothing but others is in their way.
     *
     * @return whether nobody is left
     */
    boolean expire(long now, List<Expired> expired) {
      int room = bounds.caller.atOnce() - caller.running;
      for (Iterator<QueuedRequest> each = waiting.iterator(); each.hasNext(); room--) {
        QueuedRequest request = each.next();
        boolean isNext = room > 0;
        boolean isTooLate = now - request.since > bounds.all.patience().toNanos();
        if (isTooLate || (isNext && request.isStuck(now, bounds.kind.patience()))) {
          each.remove();
          count(-1);
          expired.add(new Expired(request, isNext ? Refusal.OF_ALL : Refusal.OF_CALLER));
        }
        request.isNext(isNext, now);
      }
      return endsIfEmpty();
    }
  }
}
