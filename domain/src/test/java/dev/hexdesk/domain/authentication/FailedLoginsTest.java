package dev.hexdesk.domain.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailedLoginsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final LockoutPolicy THREE =
      new LockoutPolicy(3, Duration.ofDays(1), Duration.ofMinutes(1), Duration.ofMinutes(5));

  @Test
  void aFewFailuresAreBorne() {
    assertThat(FailedLogins.NONE.refusesAt(NOON)).isFalse();
    assertThat(after(2, NOON).refusesAt(NOON)).isFalse();
  }

  @Test
  void oneTooManyLeadsToAWait() {
    FailedLogins locked = after(3, NOON);

    assertThat(locked.refusesAt(NOON)).isTrue();
    assertThat(locked.refusesAt(NOON.plusSeconds(60).minusNanos(1))).isTrue();
    assertThat(locked.refusesAt(NOON.plusSeconds(60))).isFalse();
  }

  @Test
  void eachFurtherFailureDoublesTheWaitUpToTheLongest() {
    List<Duration> waits = new ArrayList<>();
    FailedLogins count = after(2, NOON);
    Instant now = NOON;
    for (int n = 0; n < 5; n++) {
      count = count.another(THREE, now);
      waits.add(Duration.between(now, count.refusedUntil()));
      now = count.refusedUntil();
    }

    assertThat(waits)
        .containsExactly(
            Duration.ofMinutes(1),
            Duration.ofMinutes(2),
            Duration.ofMinutes(4),
            Duration.ofMinutes(5),
            Duration.ofMinutes(5));
  }

  @Test
  void onceEndedNothingThatCameBeforeCounts() {
    FailedLogins ended = FailedLogins.endedAt(NOON);

    assertThat(ended.refusesAt(NOON)).isFalse();
    assertThat(ended.another(THREE, NOON.minusNanos(1))).isEqualTo(ended);
    assertThat(ended.another(THREE, NOON)).isEqualTo(FailedLogins.NONE.another(THREE, NOON));
  }

  @Test
  void whatIsRefusedDoesNotCount() {
    FailedLogins locked = after(3, NOON);

    assertThat(locked.another(THREE, NOON.plusSeconds(59))).isEqualTo(locked);
  }

  @Test
  void failuresAreForgottenAfterATimeSinceTheFirst() {
    FailedLogins two = after(2, NOON);

    FailedLogins third = two.another(THREE, NOON.plus(Duration.ofDays(1)));

    assertThat(third.count()).isEqualTo(1);
    assertThat(third.refusesAt(NOON.plus(Duration.ofDays(1)))).isFalse();
    assertThat(two.another(THREE, NOON.plus(Duration.ofDays(1)).minusNanos(1)).count())
        .isEqualTo(3);
  }

  @Test
  void nothingIsForgottenBeforeAWaitIsOver() {
    Instant late = NOON.plus(Duration.ofDays(1)).minusSeconds(1);

    FailedLogins locked = after(2, NOON).another(THREE, late);

    assertThat(locked.refusesAt(late.plusSeconds(59))).isTrue();
    assertThat(locked.forgottenAt()).isEqualTo(late.plusSeconds(60));
  }

  @Test
  void failuresCountWhateverTheOrderInWhichTheyAreWrittenDown() {
    assertThat(after(1, NOON).another(THREE, NOON.minusMillis(5)).count()).isEqualTo(2);
  }

  @Test
  void waitsStayFiniteHoweverManyFailuresThereAre() {
    assertThat(THREE.backoffAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1, 1", "1, 0, 1, 1", "1, 1, 0, 1", "1, 1, 2, 1"})
  void limitsMakeSense(int failures, long memory, long first, long longest) {
    assertThatThrownBy(
            () ->
                new LockoutPolicy(
                    failures,
                    Duration.ofSeconds(memory),
                    Duration.ofSeconds(first),
                    Duration.ofSeconds(longest)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static FailedLogins after(int failures, Instant now) {
    FailedLogins count = FailedLogins.NONE;
    for (int n = 0; n < failures; n++) {
      count = count.another(THREE, now);
    }
    return count;
  }
}
