package dev.hexdesk.domain.shared;

/**
 * Counts the changes of a stored thing, so that a writer can tell whether it still is what they
 * read.
 *
 * @param number starts at 1 and grows by one with each change
 */
public record Version(long number) {
  public static final Version FIRST = new Version(1);

  public Version {
    if (number < 1) {
      throw new IllegalArgumentException("a version starts at 1, not at " + number);
    }
  }

  public Version next() {
    return new Version(number + 1);
  }
}
