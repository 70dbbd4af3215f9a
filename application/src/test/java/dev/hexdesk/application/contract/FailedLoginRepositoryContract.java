package dev.hexdesk.application.contract;

import static dev.hexdesk.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.authentication.ClientAddress;
import dev.hexdesk.application.authentication.ThrottleKey;
import dev.hexdesk.application.authentication.ThrottleKey.LoginsAs;
import dev.hexdesk.application.authentication.ThrottleKey.LoginsFrom;
import dev.hexdesk.application.authentication.ThrottleKey.OwnPassword;
import dev.hexdesk.domain.authentication.FailedLogins;
import dev.hexdesk.domain.authentication.LockoutPolicy;
import dev.hexdesk.domain.user.UserId;
import dev.hexdesk.domain.user.Username;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@code FailedLoginRepository} promises. */
public abstract class FailedLoginRepositoryContract extends StoreContract {
  private static final ThrottleKey ALICE = new LoginsAs(new Username("alice"));
  private static final ThrottleKey HOME =
      new LoginsFrom(ClientAddress.of("192.0.2.1").orElseThrow());
  private static final ThrottleKey OWN = new OwnPassword(new UserId(7));
  private static final LockoutPolicy TWO =
      new LockoutPolicy(2, Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofMinutes(4));

  @Test
  void countsNothingAtFirst() {
    assertThat(store.failureCounts().of(Set.of(ALICE, HOME, OWN))).isEmpty();
    assertThat(store.failureCounts().of(Set.of())).isEmpty();
  }

  @Test
  void countsEachSubjectByItself() {
    add(ALICE, NOON);
    add(ALICE, NOON);
    add(HOME, NOON);

    FailedLogins once = FailedLogins.NONE.another(TWO, NOON);
    assertThat(store.failureCounts().of(Set.of(ALICE, HOME, OWN)))
        .isEqualTo(Map.of(ALICE, once.another(TWO, NOON), HOME, once));
  }

  @Test
  void tellsNothingOfOthers() {
    add(ALICE, NOON);

    assertThat(store.failureCounts().of(Set.of(HOME))).isEmpty();
    assertThat(store.failureCounts().of(Set.of(new LoginsAs(new Username("alic%"))))).isEmpty();
  }

  @Test
  void followsTheRuleAsTimeGoesBy() {
    FailedLogins count = FailedLogins.NONE;
    Instant now = NOON;
    for (int n = 0; n < 8; n++) {
      add(ALICE, now);
      count = count.another(TWO, now);
      assertThat(of(ALICE)).isEqualTo(count);
      now = now.plusSeconds(45);
    }
  }

  @Test
  void beginsAnewOnceAllIsForgotten() {
    add(ALICE, NOON);
    add(ALICE, NOON);

    add(ALICE, NOON.plus(TWO.memory()));

    assertThat(of(ALICE).count()).isEqualTo(1);
  }

  @Test
  void forgetsWhatItIsTold() {
    add(ALICE, NOON);
    add(HOME, NOON);

    store.failureCounts().forget(ALICE);
    store.failureCounts().forget(OWN);

    assertThat(store.failureCounts().of(Set.of(ALICE, HOME))).containsOnlyKeys(HOME);
  }

  @Test
  void endsWhatIsUnderWayToo() {
    add(ALICE, NOON);
    add(ALICE, NOON);

    store.failureCounts().end(ALICE, NOON.plusSeconds(2));
    store.failureCounts().end(OWN, NOON.plusSeconds(2));
    add(ALICE, NOON.plusSeconds(1));
    add(OWN, NOON.plusSeconds(1));

    assertThat(of(ALICE)).isEqualTo(FailedLogins.endedAt(NOON.plusSeconds(2)));
    assertThat(of(OWN)).isEqualTo(FailedLogins.endedAt(NOON.plusSeconds(2)));
    add(ALICE, NOON.plusSeconds(2));
    assertThat(of(ALICE)).isEqualTo(FailedLogins.NONE.another(TWO, NOON.plusSeconds(2)));
  }

  @Test
  void removesWhatIsForgottenAsFailuresComeIn() {
    add(ALICE, NOON);
    add(OWN, NOON.plusSeconds(1));

    add(HOME, NOON.plus(TWO.memory()));

    assertThat(store.failureCounts().of(Set.of(ALICE, HOME, OWN))).containsOnlyKeys(OWN, HOME);
  }

  @Test
  void takesNamesOfAnyLengthAndScript() {
    ThrottleKey longest = new LoginsAs(new Username("𠀀".repeat(Username.LONGEST)));

    add(longest, NOON);

    assertThat(of(longest).count()).isEqualTo(1);
  }

  private void add(ThrottleKey subject, Instant now) {
    store.failureCounts().add(subject, TWO, now);
  }

  private FailedLogins of(ThrottleKey subject) {
    return store.failureCounts().of(Set.of(subject)).get(subject);
  }
}
