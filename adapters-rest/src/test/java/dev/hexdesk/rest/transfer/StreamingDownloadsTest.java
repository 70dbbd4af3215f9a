package dev.hexdesk.rest.transfer;

import static dev.hexdesk.rest.testing.Callers.SUPPORT;
import static dev.hexdesk.rest.testing.Callers.actorOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hexdesk.application.access.ActorLookup;
import dev.hexdesk.application.shared.StorageUnavailable;
import dev.hexdesk.rest.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StreamingDownloadsTest {
  /** As much as Jersey keeps before an answer begins. */
  private static final int HELD_BACK = 8192;

  private static final ActorLookup UNCHANGED = () -> Optional.of(actorOf(SUPPORT));
  private static final HttpServletRequest REQUEST =
      (HttpServletRequest)
          Proxy.newProxyInstance(
              StreamingDownloadsTest.class.getClassLoader(),
              new Class<?>[] {HttpServletRequest.class},
              (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.toString());
              });

  private final CountDownLatch cut = new CountDownLatch(1);
  private final StreamingDownloads downloads =
      new StreamingDownloads(
          new TransferBulkhead(1, Duration.ofMinutes(1)), request -> cut.countDown());

  private void write(StreamingDownloads.Content content, OutputStream out, ActorLookup present)
      throws IOException {
    write(StreamingDownloads.Begin.LATER, content, out, present);
  }

  private void write(
      StreamingDownloads.Begin begin,
      StreamingDownloads.Content content,
      OutputStream out,
      ActorLookup present)
      throws IOException {
    Caller caller = new Caller(actorOf(SUPPORT), present);
    ((StreamingOutput)
            downloads
                .answer(caller, REQUEST, "text/csv", "tickets.csv", begin, content)
                .build()
                .getEntity())
        .write(out);
  }

  private static StreamingDownloads.Content failingAfter(int bytes) {
    return out -> {
      out.write(new byte[bytes]);
      throw new StorageUnavailable(new IllegalStateException());
    };
  }

  @Test
  void leavesItToTheAnswerToTellOfAFailureAtItsBeginning() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThatThrownBy(() -> write(failingAfter(HELD_BACK), out, UNCHANGED))
        .isInstanceOf(StorageUnavailable.class);
    assertThat(cut.getCount()).isOne();
  }

  /** A file that was cut short must not pass for a whole one. */
  @Test
  void breaksTheConnectionOnceAFailureCanNoLongerBeTold() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThatThrownBy(() -> write(failingAfter(HELD_BACK + 1), out, UNCHANGED))
        .isInstanceOf(StorageUnavailable.class);
    assertThat(cut.getCount()).isZero();
  }

  @Test
  void anAnswerThatBeginsAtOnceCanOnlyBeBrokenOff() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThatThrownBy(
            () -> write(StreamingDownloads.Begin.AT_ONCE, failingAfter(0), out, UNCHANGED))
        .isInstanceOf(StorageUnavailable.class);
    assertThat(cut.getCount()).isOne();
    assertThatThrownBy(
            () -> write(StreamingDownloads.Begin.AT_ONCE, failingAfter(1), out, UNCHANGED))
        .isInstanceOf(StorageUnavailable.class);
    assertThat(cut.getCount()).isZero();
  }

  @Test
  void takesAClientWhoWentAwayForNoFailure() throws IOException {
    OutputStream gone =
        new OutputStream() {
          @Override
          public void write(int one) throws IOException {
            throw new IOException("the client is gone");
          }
        };

    write(out -> out.write(1), gone, UNCHANGED);

    assertThat(cut.getCount()).isOne();
  }

  @Test
  void letsInTheNextOneWhateverBecameOfTheLast() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThatThrownBy(() -> write(failingAfter(0), out, UNCHANGED))
        .isInstanceOf(StorageUnavailable.class);

    write(file -> file.write('x'), out, UNCHANGED);

    assertThat(out.toByteArray()).containsExactly('x');
  }

  @Test
  void endsTheFileOfWhoMayNotHaveItAnyMore() throws IOException {
    write(
        file -> {
          try {
            assertThat(cut.await(1, TimeUnit.MINUTES)).isTrue();
          } catch (InterruptedException stopped) {
            throw new IOException(stopped);
          }
        },
        new ByteArrayOutputStream(),
        Optional::empty);
  }
}
