package dev.hexdesk.persistence.idempotency;

import static dev.hexdesk.domain.Fixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hexdesk.application.contract.IdempotencyRepositoryContract;
import dev.hexdesk.application.idempotency.IdempotencyRepository.Claim;
import dev.hexdesk.application.idempotency.ScopedIdempotencyKey;
import dev.hexdesk.persistence.TestDatabase;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbiIdempotencyRepositoryTest extends IdempotencyRepositoryContract {
  @RegisterExtension static final TestDatabase DATABASE = new TestDatabase();

  @Test
  void tellsAtOnceThatAnotherUnitIsAtIt() {
    ScopedIdempotencyKey other = new ScopedIdempotencyKey(WORK.caller(), WORK.operation(), "other");

    inTransaction(
        () -> {
          assertThat(claim(WORK, BODY, NOON)).isEqualTo(new Claim.Granted());
          assertThat(elsewhere(WORK)).isEqualTo(new Claim.Running());
          assertThat(elsewhere(other)).isEqualTo(new Claim.Granted());
          return null;
        });

    assertThat(elsewhere(WORK)).isEqualTo(new Claim.Granted());
  }

  private Claim elsewhere(ScopedIdempotencyKey work) {
    return CompletableFuture.supplyAsync(() -> claim(work, BODY, NOON)).join();
  }

  @Test
  void storesNeitherKeyNorBodyInTheClear() {
    keep(new ScopedIdempotencyKey(WORK.caller(), WORK.operation(), "my-key"), OUTCOME, NOON);

    assertThat(DATABASE.strings("SELECT to_jsonb(k)::text FROM idempotency_keys k"))
        .hasSize(1)
        .allSatisfy(row -> assertThat(row).doesNotContain("my-key", "6d792d6b6579"));
  }

  @Test
  void forgetsNoMoreThanAFewAtATime() {
    for (int n = 0; n < 20; n++) {
      keep(new ScopedIdempotencyKey(WORK.caller(), WORK.operation(), "key " + n), OUTCOME, NOON);
    }

    keep(WORK, OUTCOME, NOON.plus(Duration.ofDays(2)));

    assertThat(DATABASE.strings("SELECT count(*) FROM idempotency_keys")).containsExactly("13");
  }
}
