package dev.hexdesk.bootstrap.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** How long something took, each time it was done; in nanoseconds. */
final class Durations {
  private final List<Long> times = new ArrayList<>();

  /** Does it once more. */
  <T> T measure(Supplier<T> work) {
    long start = System.nanoTime();
    T result = work.get();
    times.add(System.nanoTime() - start);
    return result;
  }

  /** Adds what was measured elsewhere. */
  void add(long nanoseconds) {
    times.add(nanoseconds);
  }

  /** How often it was measured. */
  int count() {
    return times.size();
  }

  /** The time that this share of all was below, from 0 to 1. */
  double quantile(double share) {
    List<Long> sorted = times.stream().sorted().toList();
    return sorted.get((int) Math.min(sorted.size() - 1, share * sorted.size()));
  }

  double median() {
    return quantile(0.5);
  }
}
