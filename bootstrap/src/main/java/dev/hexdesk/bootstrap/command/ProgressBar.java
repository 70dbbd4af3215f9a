package dev.hexdesk.bootstrap.command;

import dev.hexdesk.bootstrap.Console;

/** Shows how far a long piece of work has got, each time when it is a percent farther. */
final class ProgressBar {
  private static final int WIDTH = 40;

  private final long all;
  private final String what;
  private final Console console;
  private long percentShown = -1;

  ProgressBar(long all, String what, Console console) {
    this.all = all;
    this.what = what;
    this.console = console;
  }

  void show(long done) {
    long percent = all == 0 ? 100 : Math.min(100, 100 * done / all);
    if (percent > percentShown) {
      percentShown = percent;
      int full = (int) (percent * WIDTH / 100);
      console.redraw(
          "[%s%s] %3d %% of %,d %s"
              .formatted("#".repeat(full), ".".repeat(WIDTH - full), percent, all, what));
    }
  }

  /** Leaves the bar as it is and goes on below. */
  void end(long done) {
    show(done);
    console.progress("");
  }
}
