package dev.hexdesk.application.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexdesk.domain.user.Username;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LoginQueueTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(50);
  private static final LoginQueue.Bounds AMPLE = new LoginQueue.Bounds(9, 9, 9, 9);
  private static final String HOME = "192.0.2.1";
  private static final String OFFICE = "192.0.2.2";

  private final ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<String> looked = new LinkedBlockingQueue<>();

  @AfterEach
  void stop() {
    clients.shutdownNow();
    clients.close();
  }

  @Test
  void whoSendsManyLoginsWaitsForThemselves() throws Exception {
    LoginQueue line = new LoginQueue(1, TIMEOUT, AMPLE);
    LoginQueue.Turn first = turn(line, OFFICE, "greedy");
    for (int n = 1; n <= 4; n++) {
      var _ = login(line, OFFICE, "greedy");
    }
    var _ = login(line, OFFICE, "alice");
    var _ = login(line, HOME, "bobby");

    first.close();

    assertThat(looked(6)).containsExactly("greedy", "bobby", "alice", "greedy", "greedy", "greedy");
    turn(line, HOME, "bobby").close();
  }

  @Test
  void letsInSoManyOfANameANetworkAndASite() {
    LoginQueue line = new LoginQueue(9, TIMEOUT, new LoginQueue.Bounds(9, 4, 3, 2));
    LoginQueue.Turn alice = turn(line, "2001:db8::1", "alice");
    LoginQueue.Turn sameNetwork = turn(line, "2001:db8::2", "ALICE");
    assertThat(await(line, "2001:db8::1", "alice")).isEmpty();

    LoginQueue.Turn bobby = turn(line, "2001:db8::1", "bobby");
    assertThat(await(line, "2001:db8::3", "carol")).isEmpty();
    LoginQueue.Turn sameSite = turn(line, "2001:db8:0:1::1", "alice");
    assertThat(await(line, "2001:db8:0:2::1", "dora")).isEmpty();

    LoginQueue.Turn elsewhere = turn(line, "2001:db8:1::1", "alice");
    alice.close();
    LoginQueue.Turn again = turn(line, "2001:db8::1", "alice");
    assertThat(await(line, "2001:db8::1", "alice")).isEmpty();
    List.of(sameNetwork, bobby, sameSite, elsewhere, again).forEach(LoginQueue.Turn::close);
  }

  @Test
  void whoHasNoAddressSharesOne() {
    LoginQueue line = new LoginQueue(9, TIMEOUT, new LoginQueue.Bounds(9, 4, 2, 1));
    LoginQueue.Turn nobody = line.await(Optional.empty(), Optional.empty()).orElseThrow();
    assertThat(line.await(Optional.empty(), Optional.empty())).isEmpty();
    LoginQueue.Turn alice = turn(line, "none", "alice");
    assertThat(await(line, "none", "bobby")).isEmpty();
    nobody.close();
    alice.close();
  }

  @Test
  void whenTooManyWaitTheLongestLineGivesWay() throws Exception {
    LoginQueue line = new LoginQueue(1, TIMEOUT, new LoginQueue.Bounds(2, 9, 9, 9));
    LoginQueue.Turn first = turn(line, OFFICE, "greedy");
    var _ = login(line, OFFICE, "greedy");
    Future<?> last = login(line, OFFICE, "greedy");
    var _ = clients.submit(() -> look(line, HOME, "bobby"));
    assertThatThrownBy(last::get).hasCauseInstanceOf(RejectedExecutionException.class);
    assertThatExceptionOfType(RejectedExecutionException.class)
        .isThrownBy(() -> await(line, OFFICE, "greedy"));

    first.close();
    assertThat(looked(2)).containsExactlyInAnyOrder("greedy", "bobby");
  }

  @Test
  void whoHasWaitedTooLongGoes() {
    LoginQueue line = new LoginQueue(1, Duration.ofMillis(1), new LoginQueue.Bounds(9, 9, 9, 2));
    LoginQueue.Turn first = turn(line, HOME, "alice");
    for (int n = 0; n < 5; n++) {
      assertThatExceptionOfType(RejectedExecutionException.class)
          .isThrownBy(() -> await(line, HOME, "alice"));
    }
    first.close();

    turn(line, HOME, "alice").close();
    turn(line, HOME, "alice").close();
  }

  private Future<?> login(LoginQueue line, String address, String name) {
    int before = line.waiting();
    Future<?> login = clients.submit(() -> look(line, address, name));
    while (line.waiting() == before) {
      Thread.onSpinWait();
    }
    return login;
  }

  private void look(LoginQueue line, String address, String name) {
    try (LoginQueue.Turn ignored = turn(line, address, name)) {
      looked.add(name);
    }
  }

  private List<String> looked(int number) throws InterruptedException {
    List<String> names = new ArrayList<>();
    for (int n = 0; n < number; n++) {
      names.add(looked.poll(50, TimeUnit.SECONDS));
    }
    return names;
  }

  private static LoginQueue.Turn turn(LoginQueue line, String address, String name) {
    return await(line, address, name).orElseThrow();
  }

  private static Optional<LoginQueue.Turn> await(LoginQueue line, String address, String name) {
    return line.await(ClientAddress.of(address), Optional.of(new Username(name)));
  }
}
