package dev.hexdesk.application.authentication;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A fair queue: its subqueues take turns, and so do theirs. Whoever waits has a path, the names of
 * the subqueues from the outermost to the innermost. All paths have the same length.
 */
final class FairQueue<T> {
  private final Deque<T> waiting = new ArrayDeque<>();
  private final Map<String, FairQueue<T>> lines = new LinkedHashMap<>();
  private int size;

  /** How many wait. */
  int size() {
    return size;
  }

  void add(List<String> path, T last) {
    size++;
    if (path.isEmpty()) {
      waiting.addLast(last);
    } else {
      lines
          .computeIfAbsent(path.getFirst(), name -> new FairQueue<>())
          .add(path.subList(1, path.size()), last);
    }
  }

  /** Takes the one whose turn it is; empty when nobody waits. */
  Optional<T> take() {
    if (size == 0) {
      return Optional.empty();
    }
    size--;
    if (lines.isEmpty()) {
      return Optional.of(waiting.removeFirst());
    }
    Map.Entry<String, FairQueue<T>> turn = lines.entrySet().iterator().next();
    String name = turn.getKey();
    FairQueue<T> line = turn.getValue();
    lines.remove(name);
    Optional<T> first = line.take();
    if (line.size > 0) {
      lines.put(name, line);
    }
    return first;
  }

  /** Takes the last one of the longest of the longest lines; empty when nobody waits. */
  Optional<T> takeLastOfTheLongest() {
    if (size == 0) {
      return Optional.empty();
    }
    size--;
    if (lines.isEmpty()) {
      return Optional.of(waiting.removeLast());
    }
    // Of lines of one length the youngest, who have waited least.
    Map.Entry<String, FairQueue<T>> longest =
        lines.entrySet().stream()
            .reduce((one, later) -> later.getValue().size >= one.getValue().size ? later : one)
            .orElseThrow();
    Optional<T> last = longest.getValue().takeLastOfTheLongest();
    if (longest.getValue().size == 0) {
      lines.remove(longest.getKey());
    }
    return last;
  }
}
