package dev.hexdesk.application.transfer;

import dev.hexdesk.domain.shared.Violation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The errors of a file: all are counted, the first ones kept. */
public final class ImportErrors {
  /** So many are told. */
  public static final int MOST = 1000;

  private final List<RowError> kept = new ArrayList<>();
  private long count;

  public void add(long line, String field, String code, String detail) {
    add(new RowError(line, field, code, detail));
  }

  public void add(long line, Violation violation) {
    add(line, violation.field(), violation.code(), violation.detail());
  }

  /** Adds a fault that comes no earlier in the file than others that its finder told of. */
  public void add(RowError fault) {
    count++;
    // Whoever finds faults finds them in their order: of each finder the first ones are kept.
    if (kept.size() < 2 * MOST) {
      kept.add(fault);
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
    return kept.stream().sorted(Comparator.comparingLong(RowError::line)).limit(MOST).toList();
  }
}
