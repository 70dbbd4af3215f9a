package dev.hexdesk.application.transfer;

import java.time.Instant;
import java.util.Collection;

/** Takes what one row of an export has in one column. */
public interface CellWriter {
  void nothing();

  void text(String value);

  void number(long value);

  /** A moment, to its last digit: a file that comes back shall change nothing. */
  void moment(Instant value);

  void texts(Collection<String> values);
}
