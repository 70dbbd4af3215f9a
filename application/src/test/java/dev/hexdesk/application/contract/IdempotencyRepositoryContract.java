package dev.hexdesk.application.contract;

import static dev.hexdesk.domain.Fixtures.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexdesk.application.idempotency.Bytes;
import dev.hexdesk.application.idempotency.DataSubjects;
import dev.hexdesk.application.idempotency.IdempotencyRepository.Claim;
import dev.hexdesk.application.idempotency.IdempotencyRepository.Outcome;
import dev.hexdesk.application.idempotency.ScopedIdempotencyKey;
import dev.hexdesk.application.idempotency.StoredResult;
import dev.hexdesk.domain.access.Permission;
import dev.hexdesk.domain.employee.EmployeeId;
import dev.hexdesk.domain.ticket.TicketId;
import dev.hexdesk.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@code IdempotencyRepository} promises. */
public abstract class IdempotencyRepositoryContract extends StoreContract {
  protected static final ScopedIdempotencyKey WORK =
      new ScopedIdempotencyKey(new UserId(7), "POST /api/v1/tickets", "key");
  protected static final Bytes BODY = bytes("one");
  protected static final Outcome OUTCOME =
      new Outcome(
          Set.of(Permission.TICKET_CREATE, Permission.TICKET_READ),
          new StoredResult(
              201,
              Map.of("Location", "http://desk.example/7", "ETag", "\"1\""),
              Bytes.of(new byte[] {0, 1, (byte) 0xff, '{', '}'}),
              new DataSubjects(
                  Set.of(new EmployeeId(12), new EmployeeId(13)), Set.of(new TicketId(7)))));
  private static final Duration KEPT = Duration.ofHours(24);

  @Test
  void grantsWhatWasNeverDone() {
    assertThat(claim(WORK, BODY, NOON)).isEqualTo(new Claim.Granted());
  }

  @Test
  void tellsHowItEnded() {
    keep(WORK, NOON);

    assertThat(claim(WORK, BODY, NOON)).isEqualTo(new Claim.Done(OUTCOME));
  }

  @Test
  void keepsAnAnswerWithoutHeadersAndBody() {
    Outcome bare =
        new Outcome(
            Set.of(), new StoredResult(204, Map.of(), Bytes.of(new byte[0]), DataSubjects.NONE));
    keep(WORK, bare, NOON);

    assertThat(claim(WORK, BODY, NOON)).isEqualTo(new Claim.Done(bare));
  }

  @Test
  void tellsAnotherBody() {
    keep(WORK, NOON);

    assertThat(claim(WORK, bytes("two"), NOON)).isEqualTo(new Claim.DoneWithAnotherBody());
  }

  @Test
  void grantsTheSameKeyToAnotherCallerAndForAnotherOperation() {
    keep(WORK, NOON);

    for (ScopedIdempotencyKey other :
        Set.of(
            new ScopedIdempotencyKey(new UserId(8), WORK.operation(), WORK.key()),
            new ScopedIdempotencyKey(WORK.caller(), WORK.operation() + "?x=1", WORK.key()),
            new ScopedIdempotencyKey(WORK.caller(), WORK.operation(), "KEY"),
            new ScopedIdempotencyKey(WORK.caller(), WORK.operation(), "key "))) {
      assertThat(claim(other, BODY, NOON)).as("%s", other).isEqualTo(new Claim.Granted());
    }
  }

  @Test
  void grantsAnewOnceTheAnswerHasExpired() {
    keep(WORK, NOON);
    Instant end = NOON.plus(KEPT);

    assertThat(claim(WORK, BODY, end.minusMillis(1))).isEqualTo(new Claim.Done(OUTCOME));
    assertThat(claim(WORK, bytes("two"), end)).isEqualTo(new Claim.Granted());
  }

  @Test
  void replacesAnAnswerThatHasExpired() {
    keep(WORK, NOON);
    Instant later = NOON.plus(KEPT);
    Outcome next =
        new Outcome(Set.of(), new StoredResult(200, Map.of(), bytes("next"), DataSubjects.NONE));

    keep(WORK, next, later);

    assertThat(claim(WORK, BODY, later)).isEqualTo(new Claim.Done(next));
  }

  @Test
  void forgetsWhatHasExpiredAsWorkIsDone() {
    ScopedIdempotencyKey other = new ScopedIdempotencyKey(WORK.caller(), WORK.operation(), "other");
    ScopedIdempotencyKey third = new ScopedIdempotencyKey(WORK.caller(), WORK.operation(), "third");
    keep(WORK, NOON);
    keep(other, NOON.plusSeconds(1));

    keep(third, NOON.plus(KEPT));

    assertThat(claim(WORK, BODY, NOON)).isEqualTo(new Claim.Granted());
    assertThat(claim(other, BODY, NOON)).isEqualTo(new Claim.Done(OUTCOME));
  }

  @Test
  void keepsNothingOfAUnitThatFails() {
    assertThatThrownBy(
            () ->
                inTransaction(
                    () -> {
                      store.idempotencyRecords().claim(WORK, BODY, NOON);
                      store.idempotencyRecords().keep(WORK, BODY, OUTCOME, NOON, NOON.plus(KEPT));
                      throw new IllegalStateException("on purpose");
                    }))
        .hasMessage("on purpose");

    assertThat(claim(WORK, BODY, NOON)).isEqualTo(new Claim.Granted());
  }

  @Test
  void claimsNothingOutsideOfAUnit() {
    assertThatThrownBy(() -> store.idempotencyRecords().claim(WORK, BODY, NOON))
        .isInstanceOf(IllegalStateException.class);
  }

  protected Claim claim(ScopedIdempotencyKey work, Bytes body, Instant now) {
    return inTransaction(() -> store.idempotencyRecords().claim(work, body, now));
  }

  private void keep(ScopedIdempotencyKey work, Instant now) {
    keep(work, OUTCOME, now);
  }

  protected void keep(ScopedIdempotencyKey work, Outcome outcome, Instant now) {
    inTransaction(
        () -> {
          Claim claim = store.idempotencyRecords().claim(work, BODY, now);
          store.idempotencyRecords().keep(work, BODY, outcome, now, now.plus(KEPT));
          return claim;
        });
  }

  protected static Bytes bytes(String text) {
    return Bytes.of(text.getBytes(UTF_8));
  }
}
