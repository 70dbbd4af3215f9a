package dev.hexdesk.domain.ticket;

import java.util.List;
import java.util.SequencedMap;

/** That a field held one thing before and holds another now. */
public record FieldChange(String field, FieldValue from, FieldValue to) {

  /** What differs, in the order of the fields afterwards; a field that is missing held nothing. */
  static List<FieldChange> between(
      SequencedMap<String, FieldValue> before, SequencedMap<String, FieldValue> after) {
    return after.entrySet().stream()
        .map(
            entry ->
                new FieldChange(
                    entry.getKey(),
                    before.getOrDefault(entry.getKey(), new FieldValue.Nothing()),
                    entry.getValue()))
        .filter(change -> !change.from().equals(change.to()))
        .toList();
  }
}
