package dev.hexdesk.rest.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TransferRateTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final TransferRate pace = new TransferRate(Duration.ofSeconds(10));

  @Test
  void isJudgedOnceSoMuchWasWaitedInAll() {
    for (int i = 0; i < 9; i++) {
      pace.add(SECOND, 0);
      assertThat(pace.isTooSlow()).isFalse();
    }
    pace.add(SECOND, 10 * 1024 - 1);

    assertThat(pace.isTooSlow()).isTrue();
  }

  @Test
  void takesAKibibyteASecondForEnough() {
    pace.add(10 * SECOND, 10 * 1024);

    assertThat(pace.isTooSlow()).isFalse();
  }

  @Test
  void countsEachSpanForItself() {
    pace.add(10 * SECOND, 1 << 20);
    pace.add(10 * SECOND, 0);

    assertThat(pace.isTooSlow()).isTrue();
  }

  @Test
  void waitsAsLongAsItTakesForWhoeverIsNeverWaitedFor() {
    for (int i = 0; i < 1000; i++) {
      pace.add(0, 1);
    }

    assertThat(pace.isTooSlow()).isFalse();
  }
}
