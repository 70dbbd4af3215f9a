package dev.hexdesk.application.transfer;

import dev.hexdesk.domain.shared.Violation;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The errors of a file: all are counted, the first ones kept. */
public final class ImportErrors {
  /** As many errors are kept and told. */
  public static final int MOST = 1000;

  /** An error and how many were found before it: of a line, the first ones count. */
  private record Found(RowError error, long number) {
    static final Comparator<Found> BY_LINE =
        Comparator.comparingLong((Found found) -> found.error().line())
            .thenComparingLong(Found::number);
  }

  private final PriorityQueue<Found> kept = new PriorityQueue<>(Found.BY_LINE.reversed());
  private long count;

  public void add(long line, String field, String code, String detail) {
    add(new RowError(line, field, code, detail));
  }

  public void add(long line, Violation violation) {
    add(line, violation.field(), violation.code(), violation.detail());
  }

  /** Adds an error, wherever in the file. */
  public void add(RowError error) {
    kept.add(new Found(error, count++));
    if (kept.size() > MOST) {
      kept.remove();
    }
  }

  /** Counts faults of which nothing more is known. */
  public void addMore(long more) {
    count += more;
  }

  public boolean isEmpty() {
    return count == 0;
  }

  public long count() {
    return count;
  }

  /** The first ones by their line. */
  public List<RowError> first() {
    return kept.stream().sorted(Found.BY_LINE).map(Found::error).toList();
  }
}
