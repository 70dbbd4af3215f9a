package dev.hexdesk.bootstrap.journey;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Somebody who asks at a fixed pace, whether they were answered or not, as a crowd of people does.
 * What is measured begins when it was time to ask.
 */
record FixedPace(Duration pace, int times) {
  static FixedPace of(Duration pace, int times) {
    return new FixedPace(pace, times);
  }

  /** The times until there were answers. */
  Durations run(Runnable asking) throws InterruptedException, ExecutionException {
    Durations durations = new Durations();
    long start = System.nanoTime();
    try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Long>> asked =
          IntStream.range(0, times)
              .mapToObj(n -> people.submit(one(start + n * pace.toNanos(), asking)))
              .toList();
      for (Future<Long> each : asked) {
        durations.add(each.get());
      }
    }
    return durations;
  }

  private static Callable<Long> one(long due, Runnable asking) {
    return () -> {
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      asking.run();
      return System.nanoTime() - due;
    };
  }
}
