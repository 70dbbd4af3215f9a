package dev.hexdesk.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Choices of which some come up more often than others, as words and customers do. */
final class SkewedChoice<T> {
  /** As many lots as make the rarest of a few hundred words come up now and then. */
  private static final int LOTS = 1 << 14;

  private final List<T> lots;

  private SkewedChoice(List<T> choices, double[] weights) {
    double sum = 0;
    for (double weight : weights) {
      sum += weight;
    }
    lots = new ArrayList<>(LOTS);
    double upTo = 0;
    for (int i = 0; i < weights.length; i++) {
      upTo += weights[i];
      while (lots.size() < Math.round(upTo / sum * LOTS)) {
        lots.add(choices.get(i));
      }
    }
  }

  /** The second half as often as the first, the third a third as often, and so on (Zipf's law). */
  static <T> SkewedChoice<T> byRank(List<T> choices) {
    return new SkewedChoice<>(
        choices,
        IntStream.rangeClosed(1, choices.size()).mapToDouble(rank -> 1.0 / rank).toArray());
  }

  static <T> SkewedChoice<T> byWeight(List<T> choices, List<Integer> weights) {
    return new SkewedChoice<>(
        choices, weights.stream().mapToDouble(Integer::doubleValue).toArray());
  }

  T pick(SeededRandom dice) {
    return lots.get(dice.below(LOTS));
  }
}
