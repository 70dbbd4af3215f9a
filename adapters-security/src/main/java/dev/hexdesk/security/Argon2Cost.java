package dev.hexdesk.security;

/**
 * What one guess at a password costs whoever makes it.
 *
 * @param memoryKibibytes how much memory one hash fills
 * @param passes how many times the memory is filled
 * @param lanes how many threads could fill it at once
 */
public record Argon2Cost(int memoryKibibytes, int passes, int lanes) {
  /** What OWASP's password storage cheat sheet recommends for Argon2id. */
  public static final Argon2Cost RECOMMENDED = new Argon2Cost(19456, 2, 1);

  /** A gibibyte, which a typing error passes sooner than an intention. */
  public static final int MOST_MEMORY_KIBIBYTES = 1024 * 1024;

  public static final int MOST_PASSES = 100;
  public static final int MOST_LANES = 64;

  /** Argon2 divides each lane into four slices of at least two blocks (RFC 9106, section 3.1). */
  public static final int LEAST_MEMORY_KIBIBYTES_PER_LANE = 8;

  public Argon2Cost {
    if (lanes < 1 || lanes > MOST_LANES) {
      throw new IllegalArgumentException("lanes are 1 to " + MOST_LANES + ", not " + lanes);
    }
    if (passes < 1 || passes > MOST_PASSES) {
      throw new IllegalArgumentException("passes are 1 to " + MOST_PASSES + ", not " + passes);
    }
    int leastMemory = LEAST_MEMORY_KIBIBYTES_PER_LANE * lanes;
    if (memoryKibibytes < leastMemory || memoryKibibytes > MOST_MEMORY_KIBIBYTES) {
      throw new IllegalArgumentException(
          "memory is %d to %d KiB for %d lanes, not %d"
              .formatted(leastMemory, MOST_MEMORY_KIBIBYTES, lanes, memoryKibibytes));
    }
  }
}
