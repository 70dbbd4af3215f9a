package dev.hexdesk.persistence.backup;

import dev.hexdesk.persistence.support.Progress;
import java.util.function.Consumer;

/** Who watches tests. */
final class Progresses {
  private Progresses() {}

  static Progress silent() {
    return atEachBeginning(part -> {});
  }

  static Progress atEachBeginning(Consumer<String> action) {
    return new Progress() {
      @Override
      public void begin(String part, long steps) {
        action.accept(part);
      }

      @Override
      public void done(long steps) {
        // It is watched no closer.
      }
    };
  }
}
