package dev.hexdesk.domain.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockoutPolicyTest {
  private static final Duration DAY = Duration.ofDays(1);

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "2, PT0S",
    "3, PT10S",
    "4, PT20S",
    "5, PT40S",
    "6, PT70S",
    "7, PT70S",
    "9999, PT70S"
  })
  void eachFurtherFailureDoublesTheWaitUpToTheLongest(int count, Duration wait) {
    LockoutPolicy limit = new LockoutPolicy(3, DAY, Duration.ofSeconds(10), Duration.ofSeconds(70));

    assertThat(limit.backoffAfter(count)).isEqualTo(wait);
  }

  @Test
  void oneFailureAndOneWaitAreALimit() {
    LockoutPolicy limit = new LockoutPolicy(1, DAY, DAY, DAY);

    assertThat(limit.backoffAfter(0)).isZero();
    assertThat(limit.backoffAfter(1)).isEqualTo(DAY);
    assertThat(limit.backoffAfter(2)).isEqualTo(DAY);
  }

  @ParameterizedTest
  @CsvSource({
    "0, PT1H, PT1S, PT1M",
    "3, PT0S, PT1S, PT1M",
    "3, PT1H, PT0S, PT1M",
    "3, PT1H, PT1M, PT59S"
  })
  void otherNumbersAreNone(int failures, Duration memory, Duration first, Duration longest) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LockoutPolicy(failures, memory, first, longest));
  }
}
