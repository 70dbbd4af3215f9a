package dev.hexdesk.benchmarks.load;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Sends requests at a fixed rate, however long their answers take: {@code URL TOKEN-FILE
 * REQUESTS-FILE RATE SECONDS CONNECTIONS}. Each answer's time counts from when its request was to
 * be sent, so that one that had to wait for a connection counts its waiting, too.
 *
 * <p>The first seconds are sent and not counted: until this program's own code is compiled it can't
 * keep the rate, and would report its own delay as the server's.
 *
 * <p>What is refused because there is too much to do is among the errors and the times, and told by
 * itself, too: how many there were, and how long each took from when it was sent.
 */
final class FixedRate {
  private static final long SECOND = 1_000_000_000;
  private static final long LONGEST = 60 * SECOND;
  private static final int WARM_UP_SECONDS = 5;
  private static final double MILLISECOND = 1e6;
  private static final int FAILED = 400;
  private static final Set<Integer> TOO_MUCH = Set.of(429, 503);
  private static final int NONE = -1;

  private final Requests requests;
  private final long interval;
  private final long warmUp;
  private final long count;
  private final long began;
  private final AtomicLong next = new AtomicLong();
  private final LongAdder errors = new LongAdder();
  private final Histogram times = new ConcurrentHistogram(LONGEST, 3);
  private final Histogram refusals = new ConcurrentHistogram(LONGEST, 3);
  private final LongAdder good = new LongAdder();
  private final LongAdder faults = new LongAdder();
  private final AtomicLong ended = new AtomicLong();

  private FixedRate(Requests requests, double rate, int seconds) {
    this.requests = requests;
    this.interval = Math.round(SECOND / rate);
    this.warmUp = Math.round(rate * WARM_UP_SECONDS);
    this.count = Math.round(rate * seconds);
    // All connections are there by then.
    this.began = System.nanoTime() + SECOND;
  }

  public static void main(String[] args)
      throws IOException, InterruptedException, ExecutionException {
    URI server = URI.create(args[0]);
    Requests requests =
        Requests.read(Path.of(args[2]), server, Files.readAllLines(Path.of(args[1])));
    FixedRate run = new FixedRate(requests, Double.parseDouble(args[3]), Integer.parseInt(args[4]));
    run.over(server, Integer.parseInt(args[5]));
    System.out.println(run.result());
  }

  private void over(URI server, int connections) throws InterruptedException, ExecutionException {
    List<Future<?>> senders = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < connections; i++) {
        senders.add(threads.submit(() -> send(new Connection(server.getHost(), server.getPort()))));
      }
      for (Future<?> sender : senders) {
        sender.get();
      }
    }
  }

  private void send(Connection connection) {
    try (connection) {
      for (long number = next.getAndIncrement();
          number < warmUp + count;
          number = next.getAndIncrement()) {
        long due = began + number * interval;
        sleepUntil(due);
        long sent = System.nanoTime();
        int status = exchange(connection, requests.bytes(number));
        long now = System.nanoTime();
        if (status == NONE || status >= FAILED) {
          errors.increment();
          faults.add(TOO_MUCH.contains(status) ? 0 : 1);
        } else if (number >= warmUp) {
          good.increment();
        }
        if (number >= warmUp) {
          times.recordValue(Math.min(now - due, LONGEST));
          ended.accumulateAndGet(now, Math::max);
        }
        if (number >= warmUp && TOO_MUCH.contains(status)) {
          refusals.recordValue(Math.min(now - sent, LONGEST));
        }
      }
    }
  }

  private static int exchange(Connection connection, byte[] request) {
    try {
      return connection.exchange(request);
    } catch (IOException broken) {
      connection.close();
      return NONE;
    }
  }

  private static void sleepUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private String result() {
    return String.format(
        Locale.ROOT,
        "{\"rate\": %.1f, \"requests\": %d, \"errors\": %d, \"p50_ms\": %.3f, \"p99_ms\": %.3f,"
            + " \"p999_ms\": %.3f, \"max_ms\": %.3f, \"good_rate\": %.1f, \"faults\": %d,"
            + " \"refused\": %d, \"refused_p50_ms\": %.3f, \"refused_p99_ms\": %.3f,"
            + " \"generator_cores\": %.2f}",
        (double) SECOND / interval,
        count,
        errors.sum(),
        times.getValueAtPercentile(50) / MILLISECOND,
        times.getValueAtPercentile(99) / MILLISECOND,
        times.getValueAtPercentile(99.9) / MILLISECOND,
        times.getMaxValue() / MILLISECOND,
        good.sum() * (double) SECOND / (ended.get() - began - warmUp * interval),
        faults.sum(),
        refusals.getTotalCount(),
        refusals.getValueAtPercentile(50) / MILLISECOND,
        refusals.getValueAtPercentile(99) / MILLISECOND,
        (double) ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO).toNanos()
            / (ended.get() - began));
  }
}
