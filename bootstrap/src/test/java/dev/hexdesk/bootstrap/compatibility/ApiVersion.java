package dev.hexdesk.bootstrap.compatibility;

import java.util.Arrays;

/** A semantic version, as far as it tells what a change may be. */
record ApiVersion(int major, int minor) {
  static ApiVersion of(String text) {
    int[] numbers =
        Arrays.stream(text.split("[.+-]")).limit(2).mapToInt(Integer::parseInt).toArray();
    return new ApiVersion(numbers[0], numbers[1]);
  }

  /** Whether clients of the older version must expect changes that break them. */
  boolean breaksClientsOf(ApiVersion older) {
    return major > older.major || (major == 0 && older.major == 0 && minor > older.minor);
  }
}
