package dev.hexdesk.persistence.support;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Rows in the text format of PostgreSQL's COPY. */
public final class CopyText {
  private final StringBuilder rows = new StringBuilder();
  private boolean withinRow;

  public CopyText text(CharSequence value) {
    begin();
    for (int i = 0; i < value.length(); i++) {
      char each = value.charAt(i);
      switch (each) {
        case '\\' -> rows.append("\\\\");
        case '\n' -> rows.append("\\n");
        case '\r' -> rows.append("\\r");
        case '\t' -> rows.append("\\t");
        default -> rows.append(each);
      }
    }
    return this;
  }

  public CopyText number(long value) {
    begin();
    rows.append(value);
    return this;
  }

  public CopyText flag(boolean value) {
    begin();
    rows.append(value ? 't' : 'f');
    return this;
  }

  /** A moment in milliseconds; before the epoch there is none. */
  public CopyText moment(long millis) {
    begin();
    rows.append(millis < 0 ? "\\N" : Instant.ofEpochMilli(millis).toString());
    return this;
  }

  public CopyText moment(Instant value) {
    begin();
    rows.append(value.truncatedTo(ChronoUnit.MICROS));
    return this;
  }

  /** A text, a number or a moment, or nothing. */
  public CopyText optional(Optional<?> value) {
    if (value.isEmpty()) {
      return nothing();
    }
    return value.get() instanceof Instant moment ? moment(moment) : text(value.get().toString());
  }

  public CopyText optional(OptionalLong value) {
    return value.isPresent() ? number(value.getAsLong()) : nothing();
  }

  /** An array of texts. */
  public CopyText texts(Collection<String> values) {
    return text(
        values.stream()
            .map(each -> '"' + each.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
            .collect(Collectors.joining(",", "{", "}")));
  }

  /** How many characters there are so far. */
  public int length() {
    return rows.length();
  }

  public CopyText nothing() {
    begin();
    rows.append("\\N");
    return this;
  }

  public void endRow() {
    rows.append('\n');
    withinRow = false;
  }

  /** What was written since the last time. */
  public byte[] drain() {
    byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
    rows.setLength(0);
    return bytes;
  }

  private void begin() {
    if (withinRow) {
      rows.append('\t');
    }
    withinRow = true;
  }
}
