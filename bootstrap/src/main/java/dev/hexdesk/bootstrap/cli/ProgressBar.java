package dev.hexdesk.bootstrap.cli;

import dev.hexdesk.persistence.support.Progress;
import java.util.Locale;

/** Shows how far a work of many like steps is, and how fast it goes. */
public final class ProgressBar implements Progress {
  private static final int WIDTH = 30;
  private static final long REDRAWN_EVERY = 200_000_000L;
  private static final long TOLD_EVERY = 5_000_000_000L;
  private static final double NANOS = 1e9;

  private final Console console;
  private String part = "";
  private long total;
  private long done;
  private long began;
  private long told;

  public ProgressBar(Console console) {
    this.console = console;
  }

  /**
   * Begins another part of the work, and ends the one before.
   *
   * @param steps how many there are; zero where nobody knows
   */
  @Override
  public void begin(String name, long steps) {
    end();
    part = name;
    total = steps;
    done = 0;
    began = System.nanoTime();
    told = began;
    if (console.isTerminal()) {
      tell(began);
    }
  }

  @Override
  public void done(long steps) {
    done += steps;
    long now = System.nanoTime();
    if (now - told >= (console.isTerminal() ? REDRAWN_EVERY : TOLD_EVERY)) {
      tell(now);
    }
  }

  /** Ends the present part. */
  public void end() {
    if (!part.isEmpty()) {
      tell(System.nanoTime());
      console.endLine();
      part = "";
    }
  }

  private void tell(long now) {
    told = now;
    console.redraw(line((now - began) / NANOS));
  }

  private String line(double seconds) {
    String rate =
        seconds > 0 && done > 1
            ? String.format(Locale.ROOT, ", %,d/s", Math.round(done / seconds))
            : "";
    if (total <= 0) {
      return String.format(Locale.ROOT, "%-10s %,d%s, %.1f s", part, done, rate, seconds);
    }
    int filled = (int) Math.min(WIDTH, WIDTH * done / total);
    return String.format(
        Locale.ROOT,
        "%-10s [%s%s] %3d %%  %,d of %,d%s, %.1f s",
        part,
        "#".repeat(filled),
        ".".repeat(WIDTH - filled),
        100 * done / total,
        done,
        total,
        rate,
        seconds);
  }
}
