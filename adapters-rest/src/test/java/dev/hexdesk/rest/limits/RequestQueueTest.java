package dev.hexdesk.rest.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.rest.limits.QueuedRequest.Refusal;
import dev.hexdesk.rest.limits.RequestLimits.Line;
import dev.hexdesk.rest.limits.RequestQueue.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestQueueTest {
  private static final Duration LONG = Duration.ofSeconds(5);
  private static final Duration STUCK = Duration.ofSeconds(1);
  private static final String READS = "reads";
  private static final String WRITES = "writes";

  private final AtomicLong now = new AtomicLong();

  /** Who was let in, or told otherwise, in that order. */
  private final List<String> told = new ArrayList<>();

  private RequestQueue queue = queue(10, 1000, 4, 3, 50);

  /**
   * @param ofKind while they are quick
   */
  private RequestQueue queue(int all, int inLine, int ofKind, int ofCaller, int callersLine) {
    return new RequestQueue(
        new RequestQueue.Bounds(
            new Line(all, inLine, LONG),
            new Line(ofKind / 2, 0, STUCK),
            new Line(ofCaller, callersLine, LONG)),
        now::get);
  }

  private final class Asked extends QueuedRequest {
    private final String name;
    private boolean isIn;

    Asked(String name, String kind, String caller) {
      super(kind, caller);
      this.name = name;
    }

    @Override
    protected void start() {
      isIn = true;
      told.add(name);
    }

    @Override
    protected void refuse(Refusal why) {
      told.add(name + " " + why);
    }
  }

  private Asked ask(String kind, String caller) {
    Asked asked = new Asked(caller, kind, caller);
    switch (queue.enter(asked)) {
      case Outcome.Admitted() -> asked.start();
      case Outcome.Refused(Refusal why) -> asked.refuse(why);
      case Outcome.Waiting() -> {}
    }
    return asked;
  }

  private List<Asked> ask(int times, String kind, String caller) {
    return IntStream.range(0, times).mapToObj(n -> ask(kind, caller)).toList();
  }

  private void pass(Duration time) {
    now.addAndGet(time.toNanos());
    queue.expire();
  }

  @Test
  void letsInAsManyAsAreNotTooManyAndTheOthersLater() {
    queue = queue(2, 100, 4, 3, 50);
    Asked first = ask(READS, "ann");
    ask(READS, "bob");
    ask(WRITES, "cid");
    assertThat(told).containsExactly("ann", "bob");

    queue.leave(first);

    assertThat(told).containsExactly("ann", "bob", "cid");
    assertThat(queue.running()).isEqualTo(2);
    assertThat(queue.waiting()).isZero();
  }

  @Test
  void givesPlacesToCallersInTurn() {
    List<Asked> greedy = ask(20, READS, "greedy");
    ask(READS, "ann");
    assertThat(told).as("one caller never has all places").contains("ann");
    ask(5, READS, "bob");
    ask(5, READS, "cid");
    told.clear();

    greedy.subList(0, 3).forEach(queue::leave);

    assertThat(told).containsExactlyInAnyOrder("greedy", "bob", "cid");
  }

  @Test
  void aKindThatIsStuckKeepsNoPlaceFromOthers() {
    List.of("ann", "bob", "cid", "dan").forEach(caller -> ask(20, READS, caller));
    assertThat(queue.running()).isEqualTo(4);

    ask(WRITES, "eve");

    assertThat(told).hasSize(5).endsWith("eve");
  }

  @Test
  void aCallerWithTheirShareKeepsNobodyOfTheSameKindWaiting() {
    ask(20, READS, "greedy");
    assertThat(queue.running()).isEqualTo(3);

    ask(READS, "ann");

    assertThat(told).endsWith("ann");
  }

  @Test
  void onePlaceThatLetsTwoInLetsTwoIn() {
    queue = queue(10, 100, 2, 2, 50);
    Asked one = ask(READS, "ann");
    ask(WRITES, "ann");
    ask(READS, "bob");
    ask(READS, "cid"); // waits for a place of the kind
    ask(WRITES, "ann"); // waits for one of hers
    told.clear();

    queue.leave(one);

    assertThat(told).containsExactlyInAnyOrder("ann", "cid");
  }

  @Test
  void ofAKindThatTakesLongHalfAsManyAreIn() {
    List<Asked> four =
        List.of(ask(READS, "ann"), ask(READS, "ann"), ask(READS, "bob"), ask(READS, "bob"));
    ask(READS, "cid");
    told.clear();
    now.addAndGet(RequestQueue.QUICK.toNanos() * 8);

    queue.leave(four.getFirst());
    queue.leave(four.get(1));
    assertThat(told).isEmpty();
    queue.leave(four.get(2));

    assertThat(told).containsExactly("cid");
    for (int n = 0; n < 20; n++) {
      queue.leave(ask(WRITES, "dan"));
      queue.leave(four.getLast());
      Asked quick = ask(READS, "dan");
      queue.leave(quick);
    }
    told.clear();
    List.of("ann", "bob", "cid", "dan").forEach(caller -> ask(READS, caller));
    assertThat(told).as("with the one that is in").containsExactly("ann", "bob", "cid");
  }

  @Test
  void countsWhoLeavesTwiceOnce() {
    Asked one = ask(READS, "ann");
    ask(READS, "bob");

    queue.leave(one);
    queue.leave(one);

    assertThat(queue.running()).isEqualTo(1);
  }

  @Test
  void whoWaitsWithTooMuchIsToldThatTheyDo() {
    ask(3 + 50, READS, "greedy");
    told.clear();

    ask(READS, "greedy");

    assertThat(told).containsExactly("greedy OF_CALLER");
    assertThat(queue.refused()).isEqualTo(1);
  }

  @Test
  void aFewWhoFillTheLineLeaveRoomToOthers() {
    queue = queue(10, 100, 4, 3, 50);
    for (int greedy = 0; greedy < 3; greedy++) {
      ask(60, READS, "greedy" + greedy);
    }
    assertThat(told).anyMatch(it -> it.endsWith("OF_ALL"));
    assertThat(queue.waiting()).isLessThan(100);
    told.clear();

    ask(3, READS, "ann");

    assertThat(told).isEmpty();
  }

  @Test
  void whomOthersKeepForLongIsTold() {
    List.of("ann", "bob", "cid", "dan", "eve").forEach(caller -> ask(READS, caller));
    told.clear();

    pass(STUCK);
    assertThat(told).isEmpty();
    pass(Duration.ofMillis(1));

    assertThat(told).containsExactly("eve OF_ALL");
    assertThat(queue.waiting()).isZero();
  }

  @Test
  void whoIsKeptByTheirOwnWaitsForLonger() {
    queue = queue(10, 1000, 2, 1, 50);
    List<Asked> asked = ask(7, READS, "ann");
    for (int second = 0; second < 5; second++) {
      assertThat(told).hasSize(second + 1);
      pass(STUCK);
      queue.leave(asked.get(second));
    }
    assertThat(told).hasSize(6).containsOnly("ann");
    pass(Duration.ofMillis(1));

    assertThat(told.getLast()).isEqualTo("ann OF_CALLER");
    assertThat(queue.waiting()).isZero();
  }

  @Test
  void whoseOwnRequestsKeepThemIsToldSo() {
    ask(4, READS, "ann");
    told.clear();

    pass(LONG);
    assertThat(told).isEmpty();
    pass(Duration.ofMillis(1));

    assertThat(told).containsExactly("ann OF_CALLER");
  }

  @Test
  void remembersNobodyWhoIsGone() {
    List<Asked> all = new ArrayList<>(ask(10, READS, "ann"));
    all.addAll(ask(10, WRITES, "bob"));
    pass(LONG.plusMillis(1));
    all.forEach(queue::leave);

    assertThat(queue.running()).isZero();
    assertThat(queue.waiting()).isZero();
    assertThat(queue.callers()).isZero();
  }

  /** Whatever comes and goes: no bound is passed, no place is left free, and all get theirs. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void keepsAllBoundsAndEverybodyGetsTheirTurn(long seed) {
    Random dice = new Random(seed);
    queue = queue(6, 1000, 4, 3, 1000);
    List<Asked> asked = new ArrayList<>();
    for (int step = 0; step < 2000; step++) {
      if (dice.nextInt(5) < 3 && queue.waiting() < 400) {
        asked.add(ask("kind" + dice.nextInt(4), "caller" + dice.nextInt(4)));
      } else {
        leaveOne(asked, dice);
      }
      assertThat(queue.running()).isLessThanOrEqualTo(6);
      assertThat(asked.stream().filter(it -> it.isIn).count()).isEqualTo(queue.running());
      for (int n = 0; n < 4; n++) {
        String name = Integer.toString(n);
        assertThat(asked.stream().filter(it -> it.isIn && it.kind.endsWith(name)).count())
            .isLessThanOrEqualTo(4);
        assertThat(
                asked.stream().filter(it -> it.isIn && it.caller.equals("caller" + name)).count())
            .isLessThanOrEqualTo(3);
      }
      assertThat(asked).as("seed %s", seed).noneMatch(it -> !it.isIn && hasRoom(asked, it));
    }
    while (!asked.isEmpty()) {
      leaveOne(asked, dice);
    }
    assertThat(queue.running()).isZero();
    assertThat(queue.waiting()).isZero();
    assertThat(queue.callers()).isZero();
  }

  private boolean hasRoom(List<Asked> asked, Asked one) {
    return queue.running() < 6
        && asked.stream().filter(it -> it.isIn && it.kind.equals(one.kind)).count() < 4
        && asked.stream().filter(it -> it.isIn && it.caller.equals(one.caller)).count() < 3;
  }

  private void leaveOne(List<Asked> asked, Random dice) {
    List<Asked> inside = asked.stream().filter(it -> it.isIn).toList();
    if (inside.isEmpty()) {
      assertThat(asked).isEmpty();
      return;
    }
    Asked leaving = inside.get(dice.nextInt(inside.size()));
    leaving.isIn = false;
    asked.remove(leaving);
    queue.leave(leaving);
  }
}
