package dev.hexdesk.benchmarks.load;

import dev.hexdesk.domain.user.Password;
import dev.hexdesk.domain.user.PasswordHash;
import dev.hexdesk.security.Argon2Cost;
import dev.hexdesk.security.Argon2PasswordHasher;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How many passwords a second can be checked with nothing around it: {@code SECONDS THREADS}. */
final class BareArgon2 {
  private static final Password PASSWORD = new Password("Harness#Otter7Quill");

  private final Argon2PasswordHasher hasher = new Argon2PasswordHasher(Argon2Cost.RECOMMENDED);
  private final PasswordHash hash = hasher.hash(PASSWORD);

  private BareArgon2() {}

  public static void main(String[] args) throws InterruptedException, ExecutionException {
    BareArgon2 bare = new BareArgon2();
    int threads = Integer.parseInt(args[1]);
    Duration time = Duration.ofSeconds(Long.parseLong(args[0]));
    // The first run loads the library and fills the memory.
    bare.rate(Duration.ofSeconds(1), threads);
    System.out.printf(Locale.ROOT, "{\"rate\": %.2f}%n", bare.rate(time, threads));
  }

  private double rate(Duration time, int threads) throws InterruptedException, ExecutionException {
    List<Future<Double>> rates = new ArrayList<>();
    double sum = 0;
    try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
      for (int i = 0; i < threads; i++) {
        rates.add(executor.submit(() -> rate(time)));
      }
      for (Future<Double> rate : rates) {
        sum += rate.get();
      }
    }
    return sum;
  }

  private double rate(Duration time) {
    long began = System.nanoTime();
    long taken = 0;
    long done = 0;
    while (taken < time.toNanos()) {
      if (!hasher.verify(PASSWORD, hash)) {
        throw new IllegalStateException("The right password was taken for a wrong one");
      }
      done++;
      taken = System.nanoTime() - began;
    }
    return done * 1e9 / taken;
  }
}
