package dev.hexdesk.bootstrap.hardening;

import java.util.List;

/**
 * A promise that no single request shows: timing, floods, races, matrices.
 *
 * @param tests simple names of the classes that show it, with a package's where there are several
 * @param missing why nothing shows it yet, where that is so
 */
record Proof(int row, String promise, List<String> tests, String missing) {
  Proof {
    Written.required("promise", promise);
    tests = Written.listed(tests);
    if (tests.isEmpty() == (missing == null)) {
      throw new IllegalArgumentException(
          "a promise needs the tests that show it, or the reason why there are none: " + promise);
    }
  }
}
