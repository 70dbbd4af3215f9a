package dev.hexdesk.bootstrap.command;

import dev.hexdesk.bootstrap.cli.Console;
import dev.hexdesk.bootstrap.cli.ProgressBar;
import dev.hexdesk.persistence.backup.Progress;

/** Shows the operator how far a backup or its restore is. */
final class BackupProgress implements Progress {
  private final ProgressBar bar;

  BackupProgress(Console console) {
    bar = new ProgressBar(console);
  }

  @Override
  public void begin(String part, long steps) {
    bar.begin(part, steps);
  }

  @Override
  public void done(long steps) {
    bar.done(steps);
  }

  void end() {
    bar.end();
  }
}
