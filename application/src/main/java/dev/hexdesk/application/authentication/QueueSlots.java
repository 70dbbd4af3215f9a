package dev.hexdesk.application.authentication;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts the entries of a fair queue on each level of their paths. */
final class QueueSlots {
  private final List<Integer> most;
  private final Map<List<String>, Integer> taken = new HashMap<>();

  /**
   * @param most how many one path prefix may hold, by the length of the prefix, the shortest first
   */
  QueueSlots(List<Integer> most) {
    this.most = List.copyOf(most);
  }

  /** Whether there was a place, which must be left then. */
  synchronized boolean take(List<String> path) {
    for (int level = 1; level <= path.size(); level++) {
      if (taken.getOrDefault(path.subList(0, level), 0) >= most.get(level - 1)) {
        return false;
      }
    }
    for (int level = 1; level <= path.size(); level++) {
      taken.merge(List.copyOf(path.subList(0, level)), 1, Integer::sum);
    }
    return true;
  }

  synchronized void leave(List<String> path) {
    for (int level = 1; level <= path.size(); level++) {
      taken.computeIfPresent(path.subList(0, level), (line, in) -> in == 1 ? null : in - 1);
    }
  }
}
