package dev.hexdesk.bootstrap.fuzz;

import java.util.List;
import java.util.Random;

/** Choices by chance, and texts changed by it. */
record RandomChoices(Random random) {
  /** What is special to one parser or another. */
  private static final String SPECIAL =
      "\0\t\n\r \"%&'()*+,-./09:;<=>?@AZ[\\]_az{|}~\u007f\u0080\u00e9\u00ff";

  /** True once in so many times. */
  boolean once(int in) {
    return random.nextInt(in) == 0;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** The same text with one to three small changes; each of its characters stands for a byte. */
  String mutated(String text) {
    String mutant = text;
    for (int times = 1 + random.nextInt(3); times > 0; times--) {
      mutant = mutatedOnce(mutant);
    }
    return mutant;
  }

  private String mutatedOnce(String text) {
    int at = random.nextInt(text.length() + 1);
    int to = Math.min(text.length(), at + 1 + random.nextInt(4));
    return switch (random.nextInt(7)) {
      case 0 -> text.substring(0, at) + special() + text.substring(at);
      case 1 -> text.substring(0, at) + special() + text.substring(to);
      case 2 -> text.substring(0, at) + text.substring(to);
      case 3 -> text.substring(0, at);
      case 4 -> text.substring(at);
      case 5 -> text + text.substring(at);
      default -> text.substring(0, at) + flipped(text.substring(at, to)) + text.substring(to);
    };
  }

  char special() {
    return SPECIAL.charAt(random.nextInt(SPECIAL.length()));
  }

  private String flipped(String some) {
    return some.isEmpty()
        ? some
        : (char) (some.charAt(0) ^ (1 << random.nextInt(8))) + some.substring(1);
  }
}
