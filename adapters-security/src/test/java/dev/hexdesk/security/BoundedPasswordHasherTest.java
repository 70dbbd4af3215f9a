package dev.hexdesk.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexdesk.application.user.PasswordHasher;
import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.PasswordHash;
import dev.hexdesk.domain.user.Username;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoundedPasswordHasherTest {
  private static final Password PASSWORD = new Password("Passw0rd!");
  private static final PasswordHash HASH = new PasswordHash("hash");

  private final Gate gate = new Gate();
  private final BoundedPasswordHasher hasher = new BoundedPasswordHasher(gate, 2, 3);
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

  /** Lets callers in, and out when it is told to. */
  private static final class Gate implements PasswordHasher {
    private final Semaphore entered = new Semaphore(0);
    private final CountDownLatch open = new CountDownLatch(1);
    private final AtomicBoolean virtual = new AtomicBoolean();

    @Override
    public PasswordHash hash(Password password) {
      verifyDummy(password, Optional.empty());
      return HASH;
    }

    @Override
    public boolean verify(Password password, PasswordHash hash) {
      verifyDummy(password, Optional.empty());
      return password.equals(PASSWORD);
    }

    @Override
    public void verifyDummy(Password password, Optional<Username> name) {
      virtual.compareAndSet(false, Thread.currentThread().isVirtual());
      entered.release();
      try {
        open.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException("sent away", e);
      }
    }

    @Override
    public boolean isOutdated(PasswordHash hash) {
      return true;
    }
  }

  @AfterEach
  void close() {
    gate.open.countDown();
    hasher.close();
    callers.close();
  }

  @Test
  void passesOnWhatTheHasherSays() {
    gate.open.countDown();

    assertThat(hasher.hash(PASSWORD)).isEqualTo(HASH);
    assertThat(hasher.verify(PASSWORD, HASH)).isTrue();
    assertThat(hasher.verify(new Password("wrong"), HASH)).isFalse();
    hasher.verifyDummy(PASSWORD, Optional.empty());
    assertThat(gate.virtual).isFalse();
  }

  @Test
  void refusesWhoCanNotEvenWait() throws Exception {
    List<Future<PasswordHash>> hashes = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      hashes.add(callers.submit(() -> hasher.hash(PASSWORD)));
    }
    assertThat(gate.entered.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();
    List<Future<PasswordHash>> others = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      others.add(callers.submit(() -> hasher.hash(PASSWORD)));
    }
    // Three of the six found a place to wait; nothing else can have ended while the gate is shut.
    while (others.stream().filter(Future::isDone).count() < 3) {
      Thread.onSpinWait();
    }
    assertThat(gate.entered.availablePermits()).isZero();
    assertThatThrownBy(() -> hasher.verify(PASSWORD, HASH))
        .isInstanceOf(RejectedExecutionException.class);
    assertThat(hasher.isOutdated(HASH)).isTrue();
    assertThat(hasher.running()).isEqualTo(2);
    assertThat(hasher.waiting()).isEqualTo(3);
    assertThat(hasher.refused()).isEqualTo(4);

    gate.open.countDown();
    for (Future<PasswordHash> hash : hashes) {
      assertThat(hash.get()).isEqualTo(HASH);
    }
    assertThat(others.stream().filter(BoundedPasswordHasherTest::succeeded)).hasSize(3);
  }

  private static boolean succeeded(Future<PasswordHash> hash) {
    try {
      return hash.get().equals(HASH);
    } catch (Exception e) {
      assertThat(e).hasCauseInstanceOf(RejectedExecutionException.class);
      return false;
    }
  }

  @Test
  void passesADefectOnAsItIs() {
    try (BoundedPasswordHasher real =
        new BoundedPasswordHasher(new Argon2PasswordHasher(new Argon2Cost(8, 1, 1)), 1, 1)) {
      assertThatIllegalStateException()
          .isThrownBy(() -> real.verify(PASSWORD, new PasswordHash("damaged")))
          .withMessage("a stored password hash is no Argon2id hash");
    }
  }

  @Test
  void leavesVirtualThreadsFreeHoweverManyLogIn() throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    List<Future<?>> logins = new ArrayList<>();
    try (BoundedPasswordHasher real =
        new BoundedPasswordHasher(new Argon2PasswordHasher(new Argon2Cost(8192, 1, 1)), 2, 64)) {
      for (int i = 0; i < 32; i++) {
        logins.add(
            callers.submit(
                () -> {
                  while (!enough.get()) {
                    real.verifyDummy(PASSWORD, Optional.empty());
                  }
                }));
      }
      for (int i = 0; i < 20; i++) {
        assertThat(callers.submit(() -> true).get(5, TimeUnit.SECONDS)).isTrue();
      }
      enough.set(true);
      for (Future<?> login : logins) {
        login.get();
      }
    }
  }

  @Test
  void sendsWaitingCallersAwayWhenItCloses() throws Exception {
    for (int i = 0; i < 2; i++) {
      callers.submit(() -> hasher.hash(PASSWORD)).state();
    }
    assertThat(gate.entered.tryAcquire(2, 10, TimeUnit.SECONDS)).isTrue();
    CountDownLatch arrived = new CountDownLatch(1);
    Future<PasswordHash> waiting =
        callers.submit(
            () -> {
              arrived.countDown();
              return hasher.hash(PASSWORD);
            });
    arrived.await();
    hasher.close();

    assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
        .cause()
        .isInstanceOfAny(CancellationException.class, RejectedExecutionException.class);
  }
}
