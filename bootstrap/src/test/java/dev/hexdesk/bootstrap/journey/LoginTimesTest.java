package dev.hexdesk.bootstrap.journey;

import static dev.hexdesk.bootstrap.journey.ProxiedServer.WRONG;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.user.PasswordHasher;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.PasswordHash;
import dev.hexdesk.security.Argon2Cost;
import dev.hexdesk.security.Argon2PasswordHasher;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * The clock tells nobody who exists, who is locked, or that a password was right.
 *
 * <p>Logins of the kinds take turns, so that what else the machine does befalls all alike. What
 * decides is the time that a fifth of the tries stays below: of a busy machine's noise it has less
 * than the median, which is why attackers use it (Crosby, Wallach and Riedi, "Opportunities and
 * Limits of Remote Timing Attacks", 2009). A machine whose speed changes while it is measured has
 * less noise in the median of what sets tries apart from the others of the same turn. Where kinds
 * differ, both differ, so one of them has to be below a fiftieth of a hash; where fewer tries tell,
 * no more are made. After the last ones the machine may still be too noisy to tell. Then the kinds
 * must not certainly differ by more: what counts is the distance between the intervals that hold
 * their medians with a probability of 99.9 %.
 *
 * <p>The server's own hashes are cheap: what kinds can differ by lies before and after the hash,
 * and a short hash hides less of it. What counts is a fiftieth of a hash as it is by default.
 */
@Isolated("It measures time.")
@Timeout(600)
class LoginTimesTest {
  private static final int TRIES_A_ROUND = 200;
  private static final int ROUNDS = 4;

  /** Of a normal distribution's standard deviations; 0.1 % is beyond them. */
  private static final double CERTAIN = 3.29;

  private static final double FASTEST = 0.2;
  private static final double SHARE_OF_A_HASH = 0.02;
  private static final String ADDRESS = "192.0.2.1";
  private static final String OUTSIDER = "192.0.2.99";

  /** Whom a try is for, and with which password. */
  private record Kind(String name, String username, String password) {}

  @Test
  void theUnknownTheWrongAndTheLockedTakeTheSameTime() throws Exception {
    // Nobody is locked but by the password that locks them, and no address is.
    try (ProxiedServer guarded =
        ProxiedServer.start(
            "failures: 100\\b",
            "failures: 1000000",
            "firstWait: 1m",
            "firstWait: 1h",
            Installation.DEFAULT_MEMORY_OF_A_HASH,
            "memoryKibibytes: 4096")) {
      List<Kind> kinds = prepare(guarded);
      double hash = hashTime();
      Map<String, Durations> times = new TreeMap<>();
      Map<String, Durations> differences = new TreeMap<>();
      int round = 0;
      double spread;
      do {
        tryAll(guarded, kinds, times, differences);
        spread = Math.min(spread(times, FASTEST), spread(differences, 0.5));
        round++;
      } while (spread > SHARE_OF_A_HASH * hash && round < ROUNDS);

      System.out.printf(
          "Logins, in ms, after %d tries each; a default hash takes %.2f%n",
          round * TRIES_A_ROUND, hash / 1e6);
      times.forEach(
          (kind, durations) ->
              System.out.printf(
                  "  %-14s median %.2f, fastest fifth %.2f, against its turn %+.2f%n",
                  kind,
                  durations.median() / 1e6,
                  durations.quantile(FASTEST) / 1e6,
                  differences.get(kind).median() / 1e6));
      assertThat(Math.min(spread, certainSpread(differences)))
          .isLessThanOrEqualTo(SHARE_OF_A_HASH * hash);
    }
  }

  private static List<Kind> prepare(ProxiedServer guarded) {
    Person locked = guarded.desk().given().user("support");
    for (int n = 0; n < 10; n++) {
      guarded.login(OUTSIDER, locked.username(), WRONG).expectTokenError("invalid_grant");
    }
    Person user = guarded.desk().given().user("support");
    Person atHome = guarded.desk().given().user("support");
    guarded.login(ADDRESS, atHome.username(), atHome.password()).expect(200);
    return List.of(
        new Kind("unknown", "nobodyx", user.password()),
        new Kind("wrong", user.username(), WRONG),
        new Kind("wrong, at home", atHome.username(), WRONG),
        new Kind("locked, wrong", locked.username(), WRONG),
        new Kind("locked, right", locked.username(), locked.password()));
  }

  private static void tryAll(
      ProxiedServer guarded,
      List<Kind> kinds,
      Map<String, Durations> times,
      Map<String, Durations> differences) {
    Random random = new Random(7);
    List<Kind> order = new ArrayList<>(kinds);
    for (int n = 0; n < TRIES_A_ROUND; n++) {
      if (n % 9 == 0) {
        // Ends the failures of those who are not to be locked.
        guarded.desk().login(kinds.get(1).username(), kinds.getFirst().password());
        guarded.login(ADDRESS, kinds.get(2).username(), kinds.getFirst().password()).expect(200);
      }
      Collections.shuffle(order, random);
      Map<String, Long> turn = new TreeMap<>();
      for (Kind kind : order) {
        long start = System.nanoTime();
        ServerResponse answer = guarded.login(ADDRESS, kind.username(), kind.password());
        turn.put(kind.name(), System.nanoTime() - start);
        answer.expectTokenError("invalid_grant");
      }
      long mean = turn.values().stream().mapToLong(Long::longValue).sum() / turn.size();
      turn.forEach(
          (kind, time) -> {
            times.computeIfAbsent(kind, name -> new Durations()).add(time);
            differences.computeIfAbsent(kind, name -> new Durations()).add(time - mean);
          });
    }
  }

  /** In nanoseconds. */
  private static double spread(Map<String, Durations> times, double share) {
    List<Double> each = times.values().stream().map(kind -> kind.quantile(share)).toList();
    return Collections.max(each) - Collections.min(each);
  }

  /** What the medians differ by at least, in nanoseconds. */
  private static double certainSpread(Map<String, Durations> differences) {
    double most = Double.NEGATIVE_INFINITY;
    double least = Double.POSITIVE_INFINITY;
    for (Durations kind : differences.values()) {
      // The number of values below the median is distributed binomially.
      double margin = CERTAIN / 2 / Math.sqrt(kind.count());
      most = Math.max(most, kind.quantile(0.5 - margin));
      least = Math.min(least, kind.quantile(0.5 + margin));
    }
    return most - least;
  }

  private static double hashTime() {
    PasswordHasher hasher = new Argon2PasswordHasher(Argon2Cost.RECOMMENDED);
    PasswordHash hash = hasher.hash(new Password(WRONG));
    Durations times = new Durations();
    for (int n = 0; n < 50; n++) {
      times.measure(() -> hasher.verify(new Password(WRONG), hash));
    }
    return times.median();
  }
}
