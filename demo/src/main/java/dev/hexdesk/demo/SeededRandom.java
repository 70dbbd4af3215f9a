package dev.hexdesk.demo;

import java.util.List;

/**
 * Numbers that look random and are the same for the same seed, in every version of Java: SplitMix64
 * by Steele, Lea and Flood. No secret comes of them.
 */
final class SeededRandom {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  SeededRandom(long seed) {
    state = seed;
  }

  long next() {
    state += GOLDEN_GAMMA;
    long mixed = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** A number from 0 to less than the bound. */
  int below(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  int between(int first, int last) {
    return first + below(last - first + 1);
  }

  /** From 0 to less than 1. */
  double share() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  boolean chance(int percent) {
    return below(100) < percent;
  }

  <T> T any(List<T> choices) {
    return choices.get(below(choices.size()));
  }
}
